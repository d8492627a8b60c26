package onair.awslocal.speke;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A key server on a real port: the key of an id is always the same. */
public final class KeyServerForTests implements AutoCloseable {

  private static final Pattern KEY = Pattern.compile("<cpix:ContentKey kid=\"([^\"]+)\"");

  /** Whole documents that were asked with, and before each the version that was asked for. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private volatile boolean broken;

  private KeyServerForTests(HttpServer server) {
    this.server = server;
  }

  public static KeyServerForTests start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    KeyServerForTests keys = new KeyServerForTests(server);
    server.createContext(
        "/speke",
        exchange -> {
          String document =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          keys.asked.add(exchange.getRequestHeaders().getFirst("X-Speke-Version") + document);
          byte[] answer = keys.answer(document).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(keys.broken ? 500 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.createContext(
        "/key/",
        exchange -> {
          byte[] key = key(exchange.getRequestURI().getPath().substring("/key/".length()));
          exchange.sendResponseHeaders(200, key.length);
          exchange.getResponseBody().write(key);
          exchange.close();
        });
    server.start();
    return keys;
  }

  public URI address() {
    return at("/speke");
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
  }

  /** From now on it answers 500. */
  public void breakDown(boolean wanted) {
    broken = wanted;
  }

  /** 16 bytes. */
  public static byte[] key(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.US_ASCII));
      return Arrays.copyOf(digest, 16);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** As ffmpeg takes it. */
  public static String hex(String id) {
    return HexFormat.of().formatHex(key(id));
  }

  private String answer(String document) {
    String answered =
        KEY.matcher(document)
            .replaceAll(
                found ->
                    found.group()
                        + " explicitIV=\""
                        + Base64.getEncoder().encodeToString(key("iv/" + found.group(1)))
                        + "\"");
    var keys = Pattern.compile("<cpix:ContentKey kid=\"([^\"]+)\"([^>]*)/>").matcher(answered);
    answered =
        keys.replaceAll(
            found ->
                "<cpix:ContentKey kid=\"%s\"%s><cpix:Data><pskc:Secret><pskc:PlainValue>%s</pskc:PlainValue></pskc:Secret></cpix:Data></cpix:ContentKey>"
                    .formatted(
                        found.group(1),
                        found.group(2),
                        Base64.getEncoder().encodeToString(key(found.group(1)))));
    var systems = Pattern.compile("(<cpix:DRMSystem kid=\"([^\"]+)\"[^>]*>)").matcher(answered);
    return systems.replaceAll(
        found ->
            found.group(1)
                + "<cpix:URIExtXKey>"
                + Base64.getEncoder()
                    .encodeToString(
                        at("/key/" + found.group(2)).toString().getBytes(StandardCharsets.UTF_8))
                + "</cpix:URIExtXKey>");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
