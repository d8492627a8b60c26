package onair.channel.cost;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** By what usage is told. */
enum UsageBy {
  DAY(line -> line.day().toString()),
  CHANNEL(UsageLine::channelId),
  ITEM(UsageLine::item);

  private final Function<UsageLine, String> key;

  UsageBy(Function<UsageLine, String> key) {
    this.key = key;
  }

  /** Of the group a line belongs to. */
  String key(UsageLine line) {
    return key.apply(line);
  }

  /** Lower case, as in the API. */
  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Problem 422 when there is no such word
   */
  static UsageBy of(String word) {
    return Arrays.stream(values())
        .filter(by -> by.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.validationFailed()
                    .violation("by", "unknown_value", "must be day, channel or item"));
  }
}
