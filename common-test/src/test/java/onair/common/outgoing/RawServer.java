package onair.common.outgoing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes connections, counts them, and answers each in a way no server should. */
final class RawServer implements AutoCloseable {

  private final ServerSocket listener;
  private final Answer answer;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> heads = Collections.synchronizedList(new ArrayList<>());

  private RawServer(ServerSocket listener, Answer answer) {
    this.listener = listener;
    this.answer = answer;
    Thread.ofVirtual().start(this::accept);
  }

  static RawServer on(ServerSocket listener, Answer answer) {
    return new RawServer(listener, answer);
  }

  static RawServer on(String address, int port, Answer answer) throws IOException {
    return on(new ServerSocket(port, 50, InetAddress.getByName(address)), answer);
  }

  /** On every address of this machine, saying nothing and counting all the same. */
  static RawServer trap() throws IOException {
    return on(new ServerSocket(0), out -> {});
  }

  int port() {
    return listener.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** The requests' first lines and headers as they came. */
  List<String> heads() {
    return List.copyOf(heads);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      var head = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        head.append(line).append('\n');
      }
      heads.add(head.toString());
      answer.to(socket.getOutputStream());
    } catch (IOException gone) {
      // the client has seen enough
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  /** Writes an answer; may take for ever. */
  interface Answer {
    void to(OutputStream out) throws IOException;

    static Answer of(String text) {
      return out -> {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      };
    }

    /** The same bytes again and again. */
    static Answer endless(String head, String again) {
      return out -> {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        byte[] more = again.getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
          out.write(more);
          out.flush();
        }
      };
    }
  }
}
