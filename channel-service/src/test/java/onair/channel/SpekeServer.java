package onair.channel;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A key server by SPEKE 2.0 on a port of its own; the key of an id is always the same. */
final class SpekeServer implements AutoCloseable {

  private static final Pattern KEY = Pattern.compile("<cpix:ContentKey kid=\"([^\"]+)\"([^>]*)/>");
  private static final Pattern SYSTEM = Pattern.compile("(<cpix:DRMSystem kid=\"([^\"]+)\"[^>]*>)");

  /** The documents it was asked with. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  private final HttpServer server;

  private SpekeServer(HttpServer server) {
    this.server = server;
  }

  /**
   * @param port 0 for any
   */
  static SpekeServer start(int port) throws IOException {
    var server =
        new SpekeServer(
            HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0));
    server.server.createContext(
        "/speke",
        exchange -> {
          String document =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          boolean asks = exchange.getRequestMethod().equals("POST");
          if (asks) {
            server.asked.add(document);
          }
          byte[] answer = server.answer(document).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(asks ? 200 : 403, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.server.createContext(
        "/key/",
        exchange -> {
          byte[] key = key(exchange.getRequestURI().getPath().substring("/key/".length()));
          exchange.sendResponseHeaders(200, key.length);
          exchange.getResponseBody().write(key);
          exchange.close();
        });
    server.server.start();
    return server;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private String answer(String document) {
    String keys =
        KEY.matcher(document)
            .replaceAll(
                found ->
                    "<cpix:ContentKey kid=\"%s\"%s><cpix:Data><pskc:Secret><pskc:PlainValue>%s</pskc:PlainValue></pskc:Secret></cpix:Data></cpix:ContentKey>"
                        .formatted(
                            found.group(1),
                            found.group(2),
                            Base64.getEncoder().encodeToString(key(found.group(1)))));
    return SYSTEM
        .matcher(keys)
        .replaceAll(
            found ->
                "%s<cpix:URIExtXKey>%s</cpix:URIExtXKey>"
                    .formatted(
                        found.group(1),
                        Base64.getEncoder()
                            .encodeToString(
                                "http://127.0.0.1:%d/key/%s"
                                    .formatted(port(), found.group(2))
                                    .getBytes(StandardCharsets.UTF_8))));
  }

  private static byte[] key(String id) {
    try {
      return Arrays.copyOf(
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.US_ASCII)), 16);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The key of the pictures that were asked for last, as ffmpeg takes it. */
  String videoKey() {
    var rule =
        Pattern.compile("kid=\"([^\"]+)\" intendedTrackType=\"(VIDEO|ALL)\"")
            .matcher(asked.getLast());
    if (!rule.find()) {
      throw new AssertionError(asked.getLast());
    }
    return HexFormat.of().formatHex(key(rule.group(1)));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
