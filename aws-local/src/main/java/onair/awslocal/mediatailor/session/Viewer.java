package onair.awslocal.mediatailor.session;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whom a session is for, as its first request said. What was not said is empty.
 *
 * @param address of the player, the first of {@code X-Forwarded-For}
 * @param parameters {@code player_params} by name
 * @param reported whether impressions and quartiles are reported from here; else the player does
 */
public record Viewer(
    String userAgent,
    String address,
    String referer,
    Map<String, String> parameters,
    boolean reported) {

  public Viewer {
    parameters = Map.copyOf(parameters);
  }

  /** What ad decision servers are told in headers. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (!userAgent.isEmpty()) {
      headers.put("User-Agent", userAgent);
    }
    if (!address.isEmpty()) {
      headers.put("X-Forwarded-For", address);
    }
    return headers;
  }
}
