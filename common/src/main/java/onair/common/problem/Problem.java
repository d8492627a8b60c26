package onair.common.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A failure a caller is told about, with its RFC 9457 body. Made fresh for each throw and filled in
 * before it is thrown; services offer named factories for theirs ({@code
 * ChannelProblems.cannotStart(...)}).
 *
 * <p>Source: RFC 9457. {@code type} is a URN, because it promises no page; {@code code} is what
 * clients should switch on.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final List<Integer> RETRYABLE = List.of(408, 425, 429, 502, 503, 504);
  private static final Pattern SECRET =
      Pattern.compile("(onair_(?:live|test)_)[0-9A-Za-z_-]+|(whsec_)[0-9A-Za-z+/=_-]+");

  private final int status;
  private final String code;
  private final String title;
  private @Nullable String detail;
  private @Nullable Duration retryAfter;
  private boolean retryable;
  private final transient List<Violation> violations = new ArrayList<>();
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  private Problem(int status, String code, String title) {
    super(status + " " + code + ": " + title);
    this.status = status;
    this.code = code;
    this.title = title;
    this.retryable = RETRYABLE.contains(status);
  }

  /**
   * @param status HTTP status, 400 to 599
   * @param code stable snake_case word clients may switch on
   * @param title the same short sentence each time this code is used
   */
  public static Problem of(int status, String code, String title) {
    return new Problem(status, code, title);
  }

  /** What happened this time and what to do about it. */
  public Problem detail(String detail) {
    this.detail = detail;
    return this;
  }

  /** Adds one violation; a request is told all of them at once. */
  public Problem violation(String field, String code, String detail) {
    return violation(new Violation(field, code, detail));
  }

  /** Adds one violation; a request is told all of them at once. */
  public Problem violation(Violation violation) {
    violations.add(violation);
    return this;
  }

  /**
   * Adds a member to the body, for example {@code current_status}. The value is written as JSON.
   */
  public Problem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /** Adds a header to the reply, for example {@code Allow}. */
  public Problem header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /**
   * When to try again: whole seconds, rounded up, in {@code Retry-After}. Makes the problem
   * retryable.
   */
  public Problem retryAfter(Duration after) {
    this.retryAfter = after;
    this.retryable = true;
    return this;
  }

  /** Keeps what led here for our log. It is never told to the caller. */
  public Problem causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  public Optional<String> detail() {
    return Optional.ofNullable(detail);
  }

  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** Headers to send besides the content type, {@code Retry-After} included. */
  public Map<String, String> headers() {
    var all = new LinkedHashMap<>(headers);
    if (retryAfter != null) {
      long seconds = retryAfter.plusNanos(999_999_999).toSeconds();
      all.put("Retry-After", Long.toString(Math.max(1, seconds)));
    }
    return all;
  }

  /** Whether the same request may succeed later without a change. */
  public boolean retryable() {
    return retryable;
  }

  /**
   * The body to send as {@code application/problem+json}. A key or webhook secret that somebody put
   * where it does not belong is not repeated: problems end up in logs and tickets.
   *
   * @param requestId the id the caller can quote to us
   * @param instance path of the request
   */
  public Map<String, Object> toBody(@Nullable String requestId, @Nullable String instance) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "urn:onair:problem:" + code);
    body.put("title", title);
    body.put("status", status);
    putIfPresent(body, "detail", withoutSecrets(detail));
    putIfPresent(body, "instance", withoutSecrets(instance));
    body.put("code", code);
    if (!violations.isEmpty()) {
      body.put("violations", violations());
    }
    members.forEach(body::putIfAbsent);
    putIfPresent(body, "request_id", requestId);
    body.put("retryable", retryable);
    return body;
  }

  private static @Nullable String withoutSecrets(@Nullable String text) {
    return text == null ? null : SECRET.matcher(text).replaceAll("$1$2***");
  }

  private static void putIfPresent(Map<String, Object> body, String name, @Nullable Object value) {
    if (value != null) {
      body.put(name, value);
    }
  }
}
