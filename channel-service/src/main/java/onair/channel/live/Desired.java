package onair.channel.live;

import java.util.Locale;

/** What the user last asked of a channel. */
enum Desired {
  STOPPED,
  RUNNING,
  DELETED;

  /** Lower case, as in the database. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Desired of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
