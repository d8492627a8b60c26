package onair.awslocal.mediatailor.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server on this machine that answers as a test wants and remembers what it was asked. */
public final class WebServer implements AutoCloseable {

  /** Answers one request, in its own time. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Request targets in the order they came. */
  public final List<URI> asked = new CopyOnWriteArrayList<>();

  public WebServer() throws IOException {
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  /** Everything below a path; of several, the longest wins. */
  public WebServer on(String path, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          asked.add(exchange.getRequestURI());
          try (exchange) {
            answer.to(exchange);
          } catch (RuntimeException e) {
            LOG.error("{} failed", exchange.getRequestURI(), e);
            throw e;
          }
        });
    return this;
  }

  public WebServer on(String path, String text) {
    return on(path, exchange -> send(exchange, 200, text.getBytes(StandardCharsets.UTF_8)));
  }

  public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  public String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
