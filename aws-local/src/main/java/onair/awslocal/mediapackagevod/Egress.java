package onair.awslocal.mediapackagevod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import onair.awslocal.metrics.EgressMeter;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.resource.Scope;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectStore;
import onair.awslocal.store.OpenObject;
import software.amazon.awssdk.services.mediapackagevod.model.Authorization;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a group's host answers: {@code /out/v1/<asset>/<configuration>/<manifest>/<file>}. Everybody
 * may read who knows the address, and the CDN's identifier where the group asks for one.
 */
final class Egress {

  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int NOT_IMPLEMENTED = 501;

  private static final String PLAYLIST = "application/vnd.apple.mpegurl";
  private static final Duration MAX_AGE = Duration.ofDays(14);
  private static final String IDENTIFIER_HEADER = "x-mediapackage-cdnidentifier";
  private static final String IDENTIFIER_MEMBER = "MediaPackageCDNIdentifier";
  private static final JsonMapper JSON = new JsonMapper();

  private final VodState state;
  private final ObjectStore objects;
  private final OriginDirectory directory;
  private final BiFunction<Scope, String, Optional<String>> secrets;
  private final EgressMeter meter = new EgressMeter();

  Egress(
      VodState state,
      ObjectStore objects,
      OriginDirectory directory,
      BiFunction<Scope, String, Optional<String>> secrets) {
    this.state = state;
    this.objects = objects;
    this.directory = directory;
    this.secrets = secrets;
  }

  /** Adds what was answered since the call before. */
  void measure(Metrics metrics) {
    meter.tell(metrics);
  }

  void open(GroupRow group) {
    Scope scope = group.scope();
    String id = group.id();
    directory.register(group.resource().domainName(), request -> handle(scope, id, request));
  }

  void close(GroupRow group) {
    directory.unregister(group.resource().domainName());
  }

  private OriginResponse handle(Scope scope, String id, OriginRequest request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return OriginResponse.refusal(METHOD_NOT_ALLOWED, "Only GET and HEAD are allowed");
    }
    Optional<GroupRow> group = state.groups().find(scope, id);
    if (group.isEmpty()) {
      return notFound();
    }
    if (!isAuthorized(group.get(), request)) {
      return OriginResponse.refusal(FORBIDDEN, "The CDN identifier is missing or wrong");
    }
    List<ConfigurationRow> configurations = state.configurationsOf(scope, id);
    return state.assetsOf(scope, id).stream()
        .flatMap(
            asset ->
                configurations.stream()
                    .flatMap(
                        configuration -> answer(asset, configuration, request.path()).stream()))
        .findFirst()
        .orElseGet(Egress::notFound);
  }

  /** Empty when the path is none of theirs. */
  private Optional<OriginResponse> answer(
      AssetRow asset, ConfigurationRow configuration, String path) {
    Packaging packaging = Packaging.of(configuration.resource());
    return IntStream.range(0, packaging.manifests().size())
        .filter(i -> path.startsWith(Addresses.folder(asset, configuration, i)))
        .mapToObj(
            i -> {
              String file = path.substring(Addresses.folder(asset, configuration, i).length());
              long began = System.nanoTime();
              OriginResponse answer = answer(asset, packaging, packaging.manifests().get(i), file);
              meter.served(
                  asset.scope(),
                  List.of(Map.of("PackagingConfiguration", configuration.id())),
                  answer.status(),
                  answer.body().length,
                  Duration.ofNanos(System.nanoTime() - began));
              return answer;
            })
        .findFirst();
  }

  private OriginResponse answer(
      AssetRow asset, Packaging packaging, Packaging.Manifest manifest, String file) {
    Source source = Source.of(asset.resource().sourceArn()).orElseThrow();
    if (packaging.refusal() != null) {
      return OriginResponse.refusal(NOT_IMPLEMENTED, packaging.refusal());
    }
    if (manifest.isDash() && !asset.files().contains(source.mpd()) && asset.isPlayable()) {
      return OriginResponse.refusal(
          NOT_IMPLEMENTED, "The source has no DASH manifest beside its playlist: " + source.mpd());
    }
    Optional<Bucket> bucket = objects.bucket(source.bucket());
    if (!asset.isPlayable() || bucket.isEmpty()) {
      return notFound();
    }
    String name =
        file.equals(manifest.file()) ? (manifest.isDash() ? source.mpd() : source.file()) : file;
    return asset.files().contains(name) ? file(bucket.get(), source, name, manifest) : notFound();
  }

  private static OriginResponse file(
      Bucket bucket, Source source, String name, Packaging.Manifest manifest) {
    try (OpenObject object = bucket.open(source.folder() + name).orElse(null)) {
      if (object == null) {
        return notFound();
      }
      byte[] bytes = object.from(0).readAllBytes();
      if (!name.equals(source.file())) {
        String type = name.endsWith(".m3u8") ? PLAYLIST : object.object().meta().contentType();
        return new OriginResponse(OK, type, MAX_AGE, bytes);
      }
      Playlist playlist = Playlist.parse(new String(bytes, StandardCharsets.UTF_8));
      String text = playlist.select(manifest.selection()).text();
      return new OriginResponse(OK, PLAYLIST, MAX_AGE, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The identifier is in the secret's JSON, as MediaPackage's user guide has it. */
  private boolean isAuthorized(GroupRow group, OriginRequest request) {
    Authorization authorization = group.resource().authorization();
    if (authorization == null) {
      return true;
    }
    String given = request.headers().get(IDENTIFIER_HEADER);
    return given != null
        && secrets
            .apply(group.scope(), authorization.cdnIdentifierSecret())
            .map(Egress::identifier)
            .filter(given::equals)
            .isPresent();
  }

  private static String identifier(String secret) {
    try {
      return JSON.readTree(secret).path(IDENTIFIER_MEMBER).asString("");
    } catch (JacksonException e) {
      return "";
    }
  }

  private static OriginResponse notFound() {
    return OriginResponse.refusal(NOT_FOUND, "Not found");
  }
}
