package onair.endtoend;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** What an organization is told of what happened, and where; each as its path. */
final class Notices implements AutoCloseable {
  private final Tenant tenant;
  private final HttpServer receiver = receiver();

  Notices(Tenant tenant) {
    this.tenant = tenant;
  }

  private static HttpServer receiver() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 9);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String event() {
    return tenant.first("/v1/events");
  }

  String auditEntry() {
    return tenant.first("/v1/audit-log");
  }

  String webhook() {
    return tenant.in("/v1/webhooks", Map.of("url", receiverUrl()));
  }

  String receiverUrl() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/events";
  }

  /** Of a webhook that was told all that ever happened. */
  String delivery() {
    String webhook = webhook();
    event();
    tenant.made(webhook + "/replay", Map.of("after", 0));
    return tenant.first(webhook + "/deliveries");
  }

  @Override
  public void close() {
    receiver.stop(0);
  }
}
