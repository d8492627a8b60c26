package onair.awslocal.mediatailor;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.encoder.Ffmpeg;
import onair.awslocal.media.encoder.FfmpegFinder;
import onair.awslocal.media.transcode.MediaLimits;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.media.transcode.TranscoderConfig;
import onair.awslocal.mediatailor.http.WebServer;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.protocol.Backend;
import onair.awslocal.resource.LocalApi;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;

/**
 * MediaTailor with the AWS SDK as its client, a real transcoder, and its host as players reach it
 * through a CDN: under {@link #viewers}.
 */
final class Tailor implements AutoCloseable {

  static final String ACCOUNT = "111122223333";

  final Metrics metrics = new Metrics(InstantSource.system());
  final OriginDirectory directory = new OriginDirectory();
  final MediaTailorClient client;
  final Transcoder transcoder;
  final Ffmpeg ffmpeg;

  /** Forwards everything to MediaTailor's host, with headers and bodies. */
  final WebServer viewers = new WebServer();

  private final StateStore store;
  private final Lifecycle lifecycle = Lifecycle.system();
  private final LocalMediaTailor backend;
  private final LocalApi api;
  private final HttpClient http = HttpClient.newHttpClient();

  private Tailor(Path folder) throws Exception {
    this.store = new StateStore(folder.resolve("state"));
    this.ffmpeg =
        new FfmpegFinder(configured(), System.getenv("PATH"), folder.resolve("ffmpeg")).find();
    this.transcoder =
        Transcoder.start(
            new TranscoderConfig(
                ffmpeg, "ultrafast", 1, folder.resolve("work"), MediaLimits.DEFAULT));
    this.backend =
        new LocalMediaTailor(
            store, lifecycle, folder.resolve("mediatailor"), transcoder, metrics, directory);
    this.api = new LocalApi(new Backend("mediatailor", MediaTailorClient.class, backend), ACCOUNT);
    backend.resume();
    this.client = client(Region.EU_WEST_1);
    viewers.on("/", this::forward);
  }

  static Tailor in(Path folder) throws Exception {
    return new Tailor(folder);
  }

  MediaTailorClient client(Region region) {
    return api.client(MediaTailorClient.builder(), region);
  }

  /** What a counter of a configuration says. */
  double counted(String configuration, String name) {
    return metrics.totals().stream()
        .filter(reading -> reading.metric().namespace().equals("AWS/MediaTailor"))
        .filter(reading -> reading.metric().name().equals(name))
        .filter(
            reading ->
                reading.metric().dimensions().equals(Map.of("ConfigurationName", configuration)))
        .mapToDouble(reading -> reading.total().sum())
        .sum();
  }

  /** Address for players of a prefix that the API answered with. */
  String viewer(String prefix, String file) {
    return viewers.address(URI.create(prefix).getPath() + file);
  }

  HttpResponse<String> get(String address) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address)).build());
  }

  HttpResponse<String> post(String address, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private void forward(com.sun.net.httpserver.HttpExchange exchange) throws java.io.IOException {
    URI target = exchange.getRequestURI();
    Map<String, String> query = new HashMap<>();
    if (target.getQuery() != null) {
      Arrays.stream(target.getQuery().split("&"))
          .map(pair -> pair.split("=", 2))
          .forEach(pair -> query.put(pair[0], pair.length == 2 ? pair[1] : ""));
    }
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
    OriginResponse answer =
        directory.fetch(
            host(),
            OriginRequest.anonymous(exchange.getRequestMethod(), target.getPath(), query)
                .with(headers, exchange.getRequestBody().readAllBytes()));
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    WebServer.send(exchange, answer.status(), answer.body());
  }

  private String host() {
    return URI.create(
            client.listPlaybackConfigurations(l -> {}).items().getFirst().playbackEndpointPrefix())
        .getHost();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The same override that aws-local has, so that the suite runs on another ffmpeg by choice. */
  private static Path configured() {
    String path = System.getenv("AWS_LOCAL_FFMPEG");
    return path == null ? null : Path.of(path);
  }

  @Override
  public void close() throws Exception {
    viewers.close();
    client.close();
    backend.close();
    api.close();
    lifecycle.close();
    store.close();
  }
}
