package onair.test.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import onair.test.TestApi;
import onair.test.TestApi.Reply;

/**
 * A request as it was made up.
 *
 * @param path with its query, encoded
 * @param body empty when there is none
 * @param isProper whether every part of it is as described, so that only what it asks for can be
 *     wrong
 */
record Sent(
    String method, String path, Map<String, String> headers, byte[] body, boolean isProper) {

  private static final int LONGEST_TOLD = 300;

  Reply to(TestApi api) {
    TestApi client = api;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      client = client.with(header.getKey(), header.getValue());
    }
    return client.send(
        method,
        path,
        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
  }

  /** The request as a person would repeat it. */
  @Override
  public String toString() {
    String text = new String(body, StandardCharsets.UTF_8);
    return "%s %s %s %s"
        .formatted(
            method,
            shortened(path),
            headers,
            shortened(text).replace("\n", "\\n").replace("\0", "\\0"));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TOLD
        ? text
        : text.substring(0, LONGEST_TOLD) + "… (" + text.length() + " characters)";
  }
}
