package onair.awslocal.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with every matching call or event, or with those picked by at most one
 * of {@link #onCall}, {@link #onEvery} and {@link #withProbability}. Services are named as they are
 * signed for ({@code medialive}, {@code s3}), operations as AWS names them; {@code *} is all of
 * them.
 *
 * @param kind such as {@code lost_answer}
 * @param service {@code events} for faults of events
 * @param source of faults of events: only those of this source; null for all
 * @param detailType of faults of events: only those of this type; null for all
 * @param call only the n-th, from 1
 * @param every each n-th
 * @param probability from 0 to 1, drawn from the seed
 * @param seed null takes any, which {@link FaultControl.Standing} then tells
 * @param times at most so often; null for once with {@code call}, else no limit
 * @param status HTTP status of the error
 * @param code of the error
 * @param delayMs milliseconds
 */
public record Fault(
    String kind,
    String service,
    @Nullable String operation,
    @Nullable String source,
    @Nullable String detailType,
    @Nullable Long call,
    @Nullable Long every,
    @Nullable Double probability,
    @Nullable Long seed,
    @Nullable Long times,
    @Nullable Integer status,
    @Nullable String code,
    @Nullable Long delayMs) {

  private static final String EVENTS = "events";

  /** Nothing happens, and the connection is reset without an answer. */
  public static Fault before(String service, String operation) {
    return ofCalls("before", service, operation);
  }

  /** The call is carried out, then the connection is reset without an answer. */
  public static Fault lostAnswer(String service, String operation) {
    return ofCalls("lost_answer", service, operation);
  }

  /** The connection is reset at once, and the call is carried out so much later. */
  public static Fault lateEffect(String service, String operation, Duration delay) {
    return ofCalls("late_effect", service, operation).after(delay);
  }

  /** Nothing happens; the service's own error for too many calls is answered. */
  public static Fault throttle(String service, String operation) {
    return ofCalls("throttle", service, operation);
  }

  /**
   * Nothing happens; an error is answered.
   *
   * @param status HTTP status, from 400 to 599
   */
  public static Fault error(String service, String operation, int status) {
    return ofCalls("error", service, operation).answering(status, null);
  }

  /**
   * Nothing happens; an error is answered.
   *
   * @param status HTTP status, from 400 to 599
   * @param code such as {@code InternalServerErrorException}
   */
  public static Fault error(String service, String operation, int status, String code) {
    return ofCalls("error", service, operation).answering(status, code);
  }

  /** The call is carried out, then the connection is reset in the middle of the answer. */
  public static Fault reset(String service, String operation) {
    return ofCalls("reset", service, operation);
  }

  /** The call waits so long, of real time, before it is carried out. */
  public static Fault slow(String service, String operation, Duration delay) {
    return ofCalls("slow", service, operation).after(delay);
  }

  /** A list is answered as it was so long ago. */
  public static Fault staleList(String service, String operation, Duration age) {
    return ofCalls("stale_list", service, operation).after(age);
  }

  /**
   * Events do not reach their targets.
   *
   * @param source such as {@code aws.medialive}
   */
  public static Fault droppedEvents(String source) {
    return ofEvents("drop", source);
  }

  /** Events reach their targets twice. */
  public static Fault doubledEvents(String source) {
    return ofEvents("double", source);
  }

  /** An event reaches its target after the next one, or so much later when none follows. */
  public static Fault reorderedEvents(String source, Duration atMost) {
    return ofEvents("reorder", source).after(atMost);
  }

  /** Events reach their targets so much later. */
  public static Fault delayedEvents(String source, Duration delay) {
    return ofEvents("delay", source).after(delay);
  }

  /** Only the n-th, from 1. */
  public Fault onCall(long number) {
    return picking(number, null, null, null);
  }

  /** Each n-th. */
  public Fault onEvery(long number) {
    return picking(null, number, null, null);
  }

  /** The same seed picks the same ones of the same history. */
  public Fault withProbability(double chance, long drawnFrom) {
    return picking(null, null, chance, drawnFrom);
  }

  /** At most so often. */
  public Fault atMost(long often) {
    return new Fault(
        kind,
        service,
        operation,
        source,
        detailType,
        call,
        every,
        probability,
        seed,
        often,
        status,
        code,
        delayMs);
  }

  /** Only events of this type, such as {@code MediaLive Channel State Change}. */
  public Fault ofType(String wanted) {
    return new Fault(
        kind,
        service,
        operation,
        source,
        wanted,
        call,
        every,
        probability,
        seed,
        times,
        status,
        code,
        delayMs);
  }

  private Fault picking(
      @Nullable Long one, @Nullable Long each, @Nullable Double chance, @Nullable Long drawnFrom) {
    return new Fault(
        kind,
        service,
        operation,
        source,
        detailType,
        one,
        each,
        chance,
        drawnFrom,
        times,
        status,
        code,
        delayMs);
  }

  private Fault answering(int error, @Nullable String name) {
    return new Fault(
        kind,
        service,
        operation,
        source,
        detailType,
        call,
        every,
        probability,
        seed,
        times,
        error,
        name,
        delayMs);
  }

  private Fault after(Duration delay) {
    return new Fault(
        kind,
        service,
        operation,
        source,
        detailType,
        call,
        every,
        probability,
        seed,
        times,
        status,
        code,
        delay.toMillis());
  }

  private static Fault ofCalls(String kind, String service, String operation) {
    return new Fault(
        kind, service, operation, null, null, null, null, null, null, null, null, null, null);
  }

  private static Fault ofEvents(String kind, String source) {
    return new Fault(
        kind, EVENTS, null, source, null, null, null, null, null, null, null, null, null);
  }
}
