package onair.common.outgoing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the other side answered, whatever its status.
 *
 * @param status 200 to 599
 * @param headers by name in lower case
 * @param body as it came, undecoded, up to the configured length
 * @param truncated whether there was more of the body than we read
 * @param took from the look-up of the name to the last byte
 */
public record GuardedReply(
    int status, Map<String, List<String>> headers, byte[] body, boolean truncated, Duration took) {

  /** The first value of a header, its name in any case. */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(entry -> entry.getValue().getFirst())
        .findFirst();
  }

  /** Whether the status is 200 to 299. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The body read as UTF-8; what is none becomes a replacement character. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "%d, %d bytes".formatted(status, body.length);
  }
}
