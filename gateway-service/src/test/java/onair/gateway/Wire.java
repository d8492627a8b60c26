package onair.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.util.Locale;

/** Says exactly these bytes to the gateway, which no HTTP client would, and hears its answer. */
final class Wire {
  private Wire() {}

  /** An answer as it came over the wire. */
  record Answer(String text) {

    int status() {
      return text.isEmpty() ? 0 : Integer.parseInt(text.split(" ", 3)[1]);
    }

    boolean isProblem() {
      return text.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json")
          && text.contains("\"request_id\"")
          && text.contains("\"code\"");
    }
  }

  /** Sends a request that asks for the connection to be closed, and reads until it is. */
  static Answer say(int port, String bytes) {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new Answer(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A GET with a good key for a target that is written into the request line as it is. */
  static String get(String target) {
    return "GET "
        + target
        + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
        + FakeAccounts.KEY
        + "\r\nConnection: close\r\n\r\n";
  }
}
