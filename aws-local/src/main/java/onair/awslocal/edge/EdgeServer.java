package onair.awslocal.edge;

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

/** The CDN's HTTP port. Each request runs on a virtual thread. */
public final class EdgeServer implements AutoCloseable {

  /** Room for CloudFront's longest URL and the headers of a browser. */
  private static final int MAX_REQUEST_HEAD = 20 * 1024;

  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

  /** Viewers that may come at the same moment; with fewer, some would wait a second and more. */
  private static final int ACCEPT_QUEUE = 4096;

  private final Server server;
  private final ServerConnector connector;

  /**
   * Listens from {@link #start} on.
   *
   * @param host numeric address or name of the interface
   * @param port 0 for any free one
   * @param handler of an {@link EdgeNetwork}
   */
  public EdgeServer(String host, int port, Handler handler) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName("edge");
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    this.server = new Server(threads);
    this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    server.addConnector(connector);
    server.setHandler(handler);
  }

  /**
   * @throws UncheckedIOException when the port is taken
   */
  public void start() {
    try {
      connector.open();
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The CDN edge cannot listen on " + connector.getHost() + ":" + connector.getPort(), e);
    } catch (Exception e) {
      throw new IllegalStateException("The CDN edge did not start.", e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The CDN edge did not stop cleanly.", e);
    }
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MAX_REQUEST_HEAD);
    // The handler checks paths itself, so that every bad one gets the edge's own answer.
    http.setUriCompliance(UriCompliance.UNSAFE);
    return http;
  }
}
