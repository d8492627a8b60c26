package onair.awslocal.media.rtmp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one port all publishers connect to. A connection never disturbs another. */
public final class RtmpServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RtmpServer.class);
  private static final int MAX_CONNECTIONS = 256;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final ServerSocket listener;
  private final Semaphore free = new Semaphore(MAX_CONNECTIONS);
  private final Set<RtmpSession> sessions = ConcurrentHashMap.newKeySet();
  private volatile Ingests ingests;

  private RtmpServer(ServerSocket listener, Ingests ingests) {
    this.listener = listener;
    this.ingests = ingests;
  }

  /**
   * Listens from now on.
   *
   * @param port 0 for any free one
   * @throws IOException when the port is taken
   */
  public static RtmpServer start(InetAddress address, int port, Ingests ingests)
      throws IOException {
    ServerSocket listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress(address, port));
    RtmpServer server = new RtmpServer(listener, ingests);
    Thread.ofVirtual().name("rtmp-accept").start(server::accept);
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Publishers go to these from now on; those that are connected are dropped. */
  public void serve(Ingests others) {
    ingests = others;
    sessions.forEach(RtmpSession::disconnect);
  }

  /** Refuses new connections and drops those that are there. */
  @Override
  public void close() throws IOException {
    listener.close();
    sessions.forEach(RtmpSession::disconnect);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        serve(listener.accept());
      } catch (IOException e) {
        if (!listener.isClosed()) {
          LOG.warn("RTMP connection not accepted", e);
          LockSupport.parkNanos(PAUSE.toNanos()); // out of file handles, most likely
        }
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    if (!free.tryAcquire()) {
      LOG.warn("RTMP connection refused: {} are open", MAX_CONNECTIONS);
      socket.close();
      return;
    }
    socket.setTcpNoDelay(true);
    RtmpSession session = new RtmpSession(socket, () -> ingests);
    sessions.add(session);
    Thread.ofVirtual()
        .name("rtmp-session")
        .start(
            () -> {
              try {
                session.run();
              } finally {
                sessions.remove(session);
                free.release();
              }
            });
    if (listener.isClosed()) {
      session.disconnect(); // close() may not have seen it
    }
  }
}
