package onair.awslocal.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import onair.awslocal.origin.OriginDirectory;

/** A running edge with one origin and, unless a test deploys another, one distribution. */
final class Edge implements AutoCloseable {

  static final String ORIGIN_HOST = "abc.egress.xyz.mediapackagev2.us-east-1.amazonaws.com";
  static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  static final CacheRule MEDIA_PACKAGE =
      new CacheRule(
          Duration.ZERO,
          Duration.ofDays(1),
          Duration.ofDays(365),
          new QueryRule.Only(Set.of("aws.manifestfilter", "start", "end", "m")),
          List.of());

  final MovableClock clock = new MovableClock();
  final OriginDirectory directory = new OriginDirectory();
  final CountingOrigin origin = new CountingOrigin();
  final EdgeNetwork network = new EdgeNetwork(directory, clock, 8 << 20);

  private final EdgeServer server = new EdgeServer("127.0.0.1", 0, network.handler());
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Edge() {
    directory.register(ORIGIN_HOST, origin);
    server.start();
  }

  static Edge serving(Behavior... behaviors) {
    Edge edge = new Edge();
    edge.network.deploy(distribution("E1", behaviors));
    return edge;
  }

  static Edge plain() {
    return serving(behavior("*", MEDIA_PACKAGE));
  }

  static Behavior behavior(String pattern, CacheRule rule) {
    return new Behavior(
        new PathPattern(pattern),
        "mp",
        READING,
        rule,
        new QueryRule.None(),
        ResponseHeaders.ORIGIN_CORS,
        ViewerAccess.EVERYONE);
  }

  static EdgeDistribution distribution(String id, Behavior... behaviors) {
    return distribution(id, true, Instant.EPOCH, behaviors);
  }

  static EdgeDistribution distribution(
      String id, boolean enabled, Instant createdAt, Behavior... behaviors) {
    return new EdgeDistribution(
        id,
        "arn:aws:cloudfront::111122223333:distribution/" + id,
        "111122223333",
        "d" + id.toLowerCase(Locale.ROOT) + ".cloudfront.net",
        Set.of(),
        enabled,
        createdAt,
        "",
        Map.of("mp", new EdgeOrigin(ORIGIN_HOST, "", true, Duration.ofSeconds(30))),
        List.of(behaviors),
        Map.of(404, Duration.ofSeconds(1)));
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The whole answer to bytes no client library would send. */
  String raw(String head) {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Socket connect() throws IOException {
    return new Socket(InetAddress.getByName("127.0.0.1"), server.port());
  }

  static String xCache(HttpResponse<?> response) {
    return response.headers().firstValue("X-Cache").orElse("none");
  }

  @Override
  public void close() {
    origin.release();
    server.close();
    http.close();
  }
}
