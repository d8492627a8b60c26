package onair.awslocal.policy;

import java.util.Optional;
import java.util.function.BiPredicate;

/** The condition operators we evaluate; AWS defines ArnEquals and ArnLike to behave the same. */
enum Operator {
  STRING_EQUALS("StringEquals", String::equals),
  STRING_LIKE("StringLike", Wildcard::matches),
  ARN_EQUALS("ArnEquals", Wildcard::matchesArn),
  ARN_LIKE("ArnLike", Wildcard::matchesArn);

  private final String spelling;
  private final BiPredicate<String, String> test;

  Operator(String spelling, BiPredicate<String, String> test) {
    this.spelling = spelling;
    this.test = test;
  }

  boolean holds(String wanted, String given) {
    return test.test(wanted, given);
  }

  static Optional<Operator> named(String name) {
    for (var operator : values()) {
      if (operator.spelling.equals(name)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }
}
