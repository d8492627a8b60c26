package onair.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says exactly these bytes to the gateway, which no HTTP client would, and hears its answer. */
final class Wire {
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

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

  /**
   * Says the same several times over one connection, each time once all answers to the last have
   * begun to arrive, and returns the status of each answer.
   */
  static List<Integer> converse(int port, String requests, int answers, int times) {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      var statuses = new ArrayList<Integer>();
      for (int i = 1; i <= times; i++) {
        socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        while (statuses.size() < i * answers) {
          String line = Objects.requireNonNull(lines.readLine(), "it hung up");
          Matcher status = STATUS_LINE.matcher(line);
          if (status.find()) {
            statuses.add(Integer.valueOf(status.group(1)));
          }
        }
      }
      return statuses;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Sends the beginning, and then one more byte several times a second for as long as the other end
   * listens; returns what it said when it has hung up.
   */
  static Answer trickle(int port, String beginning, String more) {
    try (var socket = new Socket("127.0.0.1", port);
        var pace = Executors.newSingleThreadScheduledExecutor()) {
      socket.setSoTimeout(60_000);
      var out = socket.getOutputStream();
      out.write(beginning.getBytes(ISO_8859_1));
      var sent = new AtomicInteger();
      pace.scheduleAtFixedRate(
          () -> {
            try {
              out.write(more.charAt(sent.getAndIncrement() % more.length()));
            } catch (IOException hungUp) {
              throw new UncheckedIOException(hungUp);
            }
          },
          0,
          100,
          TimeUnit.MILLISECONDS);
      var said = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(said);
      } catch (SocketException reset) {
        // It hung up while we were still talking; what it said before counts.
      }
      pace.shutdownNow();
      return new Answer(said.toString(ISO_8859_1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends one piece over and over until so many bytes are sent or the other end has hung up. */
  static Answer push(int port, String beginning, String piece, int bytes) {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      byte[] each = piece.getBytes(ISO_8859_1);
      var said = new ByteArrayOutputStream();
      try {
        socket.getOutputStream().write(beginning.getBytes(ISO_8859_1));
        for (int sent = 0; sent < bytes; sent += each.length) {
          socket.getOutputStream().write(each);
        }
        socket.getInputStream().transferTo(said);
      } catch (SocketException hungUp) {
        // It did not want to hear all of it. Its answer may be lost with the connection.
      }
      return new Answer(said.toString(ISO_8859_1));
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

  /** The same of a caller that has more to ask. */
  static String staying(String target) {
    return get(target).replace("Connection: close\r\n", "");
  }
}
