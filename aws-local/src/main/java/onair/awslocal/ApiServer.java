package onair.awslocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The port of the AWS API. Each request runs on a virtual thread, so a long poll holds nothing. */
final class ApiServer implements AutoCloseable {

  private static final int MAX_REQUEST_HEAD = 32 * 1024;

  /** Callers that may come at the same moment; with fewer, some would wait a second and more. */
  private static final int ACCEPT_QUEUE = 4096;

  /** Longer than SQS's longest poll of 20 s. */
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(90);

  private final Server server;
  private final ServerConnector connector;

  ApiServer(String host, int port, Handler handler) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName("api");
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    this.server = new Server(threads);
    this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    server.addConnector(connector);
    server.setHandler(handler);
    server.setErrorHandler(new PlainErrors());
  }

  /**
   * @throws UncheckedIOException when the port is taken
   */
  void start() {
    try {
      connector.open();
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The AWS API cannot listen on %s:%d (%s)."
              .formatted(connector.getHost(), connector.getPort(), e.getMessage()),
          e);
    } catch (Exception e) {
      throw new IllegalStateException("The AWS API did not start.", e);
    }
  }

  /** The port it listens on. */
  int port() {
    return connector.getLocalPort();
  }

  /** Until it is closed. */
  void join() throws InterruptedException {
    server.join();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The AWS API did not stop cleanly.", e);
    }
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MAX_REQUEST_HEAD);
    // ARNs stand percent-encoded in paths; handlers read the raw path and touch no files by it.
    http.setUriCompliance(UriCompliance.UNSAFE);
    // Signatures are over header values as they were sent.
    http.setHeaderCacheCaseSensitive(true);
    return http;
  }
}
