package onair.test.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.common.version.IfMatch;
import onair.test.TestApi;
import onair.test.TestApi.Reply;

/** Changes that were decided on a version of a resource. */
final class Versions {

  /** How often a resource may have been changed by itself between reading and changing it. */
  private static final int MOST_TRIES = 10;

  /** The ETag of what a request is about; empty when it tells none. */
  String read(Sent request, TestApi client) {
    String path = request.path();
    // What is done to a resource has its own name after it.
    String resource =
        request.method().equals("POST") ? path.substring(0, path.lastIndexOf('/')) : path;
    return new Sent("GET", resource, Map.of(), new byte[0], true)
        .to(client)
        .header("ETag")
        .orElse("");
  }

  /** One from before there was anything, and the current one as a weak tag, which never matches. */
  List<String> others(String current) {
    return List.of("\"0\"", "W/" + current);
  }

  Sent of(Sent request, String version) {
    var headers = new LinkedHashMap<>(request.headers());
    headers.put(IfMatch.HEADER, version);
    return new Sent(request.method(), request.path(), headers, request.body(), request.isProper());
  }

  /** Sends a change of that version, and anew for each newer one that it meets. */
  Reply change(Sent request, String version, TestApi client) {
    Reply reply = of(request, version).to(client);
    for (int i = 1; i < MOST_TRIES && reply.status() == 412; i++) {
      reply = of(request, reply.problem().path("current_etag").asString()).to(client);
    }
    return reply;
  }
}
