package onair.awslocal.media.plane;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.stream.Collectors;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.origin.OriginResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** Serves an origin as it is, without a CDN: {@code /<group>/<channel>/<endpoint>/<file>}. */
final class OriginServer implements AutoCloseable {

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  OriginServer(LiveOrigin origin) throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            String[] path = Request.getPathInContext(request).substring(1).split("/", 4);
            Map<String, String> query =
                Request.extractQueryParameters(request).stream()
                    .collect(Collectors.toMap(f -> f.getName(), f -> f.getValue()));
            OriginResponse answer = origin.get(path[0] + "/" + path[1], path[2], path[3], query);
            response.setStatus(answer.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
            response.write(true, ByteBuffer.wrap(answer.body()), callback);
            return true;
          }
        });
    server.start();
  }

  String address(String target, String endpoint) {
    return "http://127.0.0.1:%d/%s/%s/".formatted(connector.getLocalPort(), target, endpoint);
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
