package onair.account.webhook;

import java.time.Duration;

/** What an attempt means for its delivery. */
sealed interface Verdict {

  /** It was taken. */
  record Taken() implements Verdict {}

  /**
   * It may be taken later.
   *
   * @param notBefore how long the receiver asks us to wait; nothing when it does not
   * @param why in plain words
   */
  record Later(Duration notBefore, String why) implements Verdict {}

  /** It will never be taken; others may be. */
  record Refused(String why) implements Verdict {}

  /** It cannot be signed, neither can others. */
  record Unsigned() implements Verdict {}

  /** The receiver wants nothing any more. */
  record Gone() implements Verdict {}
}
