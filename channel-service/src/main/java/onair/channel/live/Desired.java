package onair.channel.live;

import java.util.Locale;

/** What the user last asked of a channel. */
enum Desired {
  STOPPED,
  /**
   * All of it is there, and nothing runs: a start is quick and nothing is paid for by the minute.
   */
  READY,
  RUNNING,
  /** Off the air, with nothing in AWS, until somebody enables it again. */
  DISABLED,
  DELETED;

  /** Whether what it is made of is wanted in AWS. */
  boolean builds() {
    return this == READY || this == RUNNING;
  }

  /** Lower case, as in the database. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Desired of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
