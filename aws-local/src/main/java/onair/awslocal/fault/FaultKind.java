package onair.awslocal.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong. In JSON the names are in lower case, such as {@code lost_answer}. */
public enum FaultKind {
  /**
   * Nothing happens: the connection is reset without an answer or, with {@code status}, that error
   * is answered.
   */
  BEFORE(Of.CALL),
  /** The call is carried out, durably, then the connection is reset without an answer. */
  LOST_ANSWER(Of.CALL),
  /**
   * The connection is reset at once or, with {@code status}, that error is answered at once; the
   * call is carried out {@code delay_ms} later by the local clock. Not at all when aws-local ends
   * before.
   */
  LATE_EFFECT(Of.CALL),
  /** Nothing happens; the service's own error for too many calls is answered. */
  THROTTLE(Of.CALL),
  /** Nothing happens; the error of {@code status} is answered, with {@code code} if it is given. */
  ERROR(Of.CALL),
  /** The call is carried out, then the connection is reset in the middle of the answer. */
  RESET(Of.CALL),
  /** The call waits for {@code delay_ms} of real time before it is carried out. */
  SLOW(Of.CALL),
  /** A list is answered as it was {@code delay_ms} ago by the local clock. */
  STALE_LIST(Of.CALL),
  /** An event does not reach its target. */
  DROP(Of.EVENT),
  /** An event reaches its target twice. */
  DOUBLE(Of.EVENT),
  /**
   * An event reaches its target after the one that follows it, or after {@code delay_ms} of the
   * local clock when none does.
   */
  REORDER(Of.EVENT),
  /** An event reaches its target {@code delay_ms} later by the local clock. */
  DELAY(Of.EVENT);

  private enum Of {
    CALL,
    EVENT
  }

  private final Of of;

  FaultKind(Of of) {
    this.of = of;
  }

  /** Whether it befalls events on their way to targets, not calls. */
  boolean isOfEvents() {
    return of == Of.EVENT;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FaultKind> of(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
  }

  static List<String> texts() {
    return Arrays.stream(values()).map(FaultKind::text).toList();
  }
}
