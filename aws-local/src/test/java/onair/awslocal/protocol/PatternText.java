package onair.awslocal.protocol;

import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Texts that a regular expression takes, made by reading it: literals, classes, groups,
 * alternatives and repetitions. What it cannot read, such as look-ahead, it leaves out; so every
 * text is checked before it is given.
 */
final class PatternText {

  private static final int TRIES = 60;
  private static final String WORD = "abcXYZ019";

  private final String pattern;
  private final Random random;
  private final int generosity;
  private int at;

  private PatternText(String pattern, Random random, int generosity) {
    this.pattern = pattern;
    this.random = random;
    this.generosity = generosity;
  }

  /** A text that fits, where one was found. */
  static Optional<String> fitting(Pattern pattern, Random random, Predicate<String> fits) {
    for (int i = 0; i < TRIES; i++) {
      String text = new PatternText(pattern.pattern(), random, i).alternatives();
      if (fits.test(text)) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /** Up to the end or a closing parenthesis; one of the alternatives. */
  private String alternatives() {
    String chosen = sequence();
    int count = 1;
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      String other = sequence();
      if (random.nextInt(++count) == 0) {
        chosen = other;
      }
    }
    return chosen;
  }

  private String sequence() {
    StringBuilder out = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      int begin = at;
      String once = atom();
      int end = at;
      int times = times();
      if (times > 0) {
        out.append(once);
      }
      for (int i = 1; i < times; i++) {
        int after = at;
        at = begin;
        out.append(atom());
        at = after;
      }
      at = Math.max(at, end);
    }
    return out.toString();
  }

  private String atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> one(WORD);
      case '(' -> group();
      case '[' -> String.valueOf(fromClass());
      case '\\' -> String.valueOf(escaped());
      default -> String.valueOf(c);
    };
  }

  private String group() {
    boolean look = pattern.startsWith("?=", at) || pattern.startsWith("?!", at);
    if (look) {
      at += 2;
    } else if (pattern.startsWith("?:", at)) {
      at += 2;
    }
    String inner = alternatives();
    at++;
    return look ? "" : inner;
  }

  private char escaped() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case 'd' -> one("0123456789").charAt(0);
      case 'w', 'S', 'D' -> one("abcXYZ").charAt(0);
      case 's' -> ' ';
      case 'W' -> '-';
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'p' -> {
        at = pattern.indexOf('}', at) + 1;
        yield 'a';
      }
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(pattern, at - 4, at, 16);
      }
      case 'x' -> {
        at += 2;
        yield (char) Integer.parseInt(pattern, at - 2, at, 16);
      }
      default -> c;
    };
  }

  /** One of the characters of a class, or of all others. */
  private char fromClass() {
    boolean negated = pattern.charAt(at) == '^';
    int begin = at;
    boolean first = true;
    StringBuilder members = new StringBuilder();
    if (negated) {
      at++;
      begin = at;
    }
    while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
      first = false;
      char from = pattern.charAt(at++);
      if (from == '\\') {
        from = escaped();
      }
      boolean range =
          at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
      members.append(from);
      if (range) {
        at++;
        char to = pattern.charAt(at++);
        to = to == '\\' ? escaped() : to;
        members.append((char) (from + random.nextInt(Math.max(1, to - from + 1))));
        members.append(to);
      }
    }
    at++;
    if (negated) {
      String not = pattern.substring(begin, at - 1);
      return WORD.chars()
          .mapToObj(c -> (char) c)
          .filter(c -> not.indexOf(c) < 0)
          .findAny()
          .orElse('~');
    }
    return members.charAt(random.nextInt(members.length()));
  }

  private int times() {
    if (at >= pattern.length()) {
      return 1;
    }
    int times =
        switch (pattern.charAt(at)) {
          case '*' -> random.nextInt(generosity + 1);
          case '+' -> 1 + random.nextInt(generosity + 1);
          case '?' -> random.nextInt(2);
          case '{' -> braces();
          default -> -1;
        };
    if (times < 0) {
      return 1;
    }
    at++;
    if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
      at++; // reluctant or possessive
    }
    return times;
  }

  /** Stays on the closing brace. */
  private int braces() {
    int end = pattern.indexOf('}', at);
    String[] bounds = pattern.substring(at + 1, end).split(",", -1);
    at = end;
    int least = Integer.parseInt(bounds[0].strip());
    if (bounds.length == 1) {
      return least;
    }
    int most = bounds[1].isBlank() ? least + generosity : Integer.parseInt(bounds[1].strip());
    return least + random.nextInt(Math.min(most - least, generosity) + 1);
  }

  private String one(String of) {
    return String.valueOf(of.charAt(random.nextInt(of.length())));
  }
}
