package onair.awslocal.origin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an origin answers to one request, complete in memory.
 *
 * @param status HTTP status
 * @param contentType media type of the body
 * @param maxAge how long a cache may keep it; zero for not at all, negative when the origin does
 *     not say
 * @param body owned by the origin and shared between responses: never changed
 * @param contentRange with status 206 which part this is, as in the header; else null
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one; copying segments would cost
public record OriginResponse(
    int status, String contentType, Duration maxAge, byte[] body, @Nullable String contentRange) {

  /** An answer that is whole. */
  public OriginResponse(int status, String contentType, Duration maxAge, byte[] body) {
    this(status, contentType, maxAge, body, null);
  }

  /** A refusal in plain text that may not be cached. */
  public static OriginResponse refusal(int status, String message) {
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    return new OriginResponse(status, "text/plain; charset=utf-8", Duration.ZERO, text);
  }
}
