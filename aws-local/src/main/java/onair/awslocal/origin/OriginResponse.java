package onair.awslocal.origin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What an origin answers to one request, complete in memory.
 *
 * @param status HTTP status
 * @param contentType media type of the body
 * @param maxAge how long a cache may keep it; zero for not at all
 * @param body owned by the origin and shared between responses: never changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one; copying segments would cost
public record OriginResponse(int status, String contentType, Duration maxAge, byte[] body) {

  /** A refusal in plain text that may not be cached. */
  public static OriginResponse refusal(int status, String message) {
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    return new OriginResponse(status, "text/plain; charset=utf-8", Duration.ZERO, text);
  }
}
