package onair.awslocal.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the requests under {@code /_aws-local}. Needs no signature; {@link ControlAccess} says who
 * may come. {@code GET /_aws-local} lists the endpoints. Errors are JSON: {@code {"code",
 * "message"}}.
 */
public final class ControlDoor extends Handler.Abstract {

  /** What every path of the door begins with. */
  public static final String PATH = "/_aws-local";

  private static final Logger LOG = LoggerFactory.getLogger(ControlDoor.class);
  private static final int MAX_BODY = 1024 * 1024;

  private record Listed(String method, String path, String about) {}

  private record Error(String code, String message) {}

  private final Gatekeeper gatekeeper;
  private final Set<String> others;
  private final Routes routes = new Routes();

  /**
   * @param host the address the port is bound to
   * @param others first segments below {@link #PATH} that belong to other handlers
   */
  public ControlDoor(ControlAccess access, String host, Set<String> others) {
    this.gatekeeper = new Gatekeeper(access, host);
    this.others = Set.copyOf(others);
    add(new Endpoint("GET", "", "lists the endpoints", request -> ControlAnswer.ok(listed())));
  }

  /** Adds an endpoint from now on, in place of one of the same method and path. */
  public void add(Endpoint endpoint) {
    routes.add(endpoint);
  }

  private Map<String, List<Listed>> listed() {
    return Map.of(
        "endpoints",
        routes.sorted().stream()
            .map(each -> new Listed(each.method(), PATH + each.path(), each.about()))
            .toList());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    if (path == null || !isOurs(path)) {
      return false;
    }
    ControlAnswer answer;
    try {
      answer = answer(request, path.substring(PATH.length()).replaceFirst("/$", ""));
    } catch (ControlRefused e) {
      answer = new ControlAnswer(e.status(), new Error(e.code(), String.valueOf(e.getMessage())));
    } catch (IOException e) {
      callback.failed(e); // the other side went away
      return true;
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", request.getMethod(), path, e);
      answer = new ControlAnswer(500, new Error("InternalFailure", "The log says why."));
    }
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    byte[] body = ControlJson.JSON.writeValueAsBytes(answer.body());
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private boolean isOurs(String path) {
    if (!path.equals(PATH) && !path.startsWith(PATH + "/")) {
      return false;
    }
    String[] segments = path.split("/", 4);
    return segments.length < 3 || !others.contains(segments[2]);
  }

  private ControlAnswer answer(Request request, String path) throws IOException {
    Routes.Match match;
    try {
      match = routes.find(request.getMethod(), path);
    } catch (ControlRefused e) {
      gatekeeper.require(request);
      throw e;
    }
    if (!match.endpoint().forAnyone()) {
      gatekeeper.require(request);
    }
    Map<String, String> query = new HashMap<>();
    Request.extractQueryParameters(request)
        .forEach(field -> query.putIfAbsent(field.getName(), String.valueOf(field.getValue())));
    return match.endpoint().action().apply(new ControlRequest(match.names(), query, body(request)));
  }

  private static byte[] body(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(MAX_BODY + 1);
      if (body.length > MAX_BODY) {
        throw new ControlRefused(413, "TooLarge", "A body has at most 1 MiB.");
      }
      return body;
    }
  }
}
