package onair.channel.budget;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a budget is spent; in this order. */
enum Level {
  WITHIN,
  /** Most of it is spent. */
  WARNED,
  /** All of it is spent: nothing runs and nothing is started. */
  EXCEEDED;

  /** Lower case, as in the API and the database. */
  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Level of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
