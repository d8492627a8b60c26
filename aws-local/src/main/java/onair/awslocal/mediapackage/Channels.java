package onair.awslocal.mediapackage;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import software.amazon.awssdk.services.mediapackage.model.Channel;
import software.amazon.awssdk.services.mediapackage.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackage.model.HlsIngest;
import software.amazon.awssdk.services.mediapackage.model.IngestEndpoint;
import software.amazon.awssdk.services.mediapackage.model.RotateIngestEndpointCredentialsRequest;
import software.amazon.awssdk.services.mediapackage.model.UpdateChannelRequest;

/** Channels; each is open at the origin while it exists. */
final class Channels {

  private static final int PIPELINES = 2;
  private static final int SECRET_BYTES = 16;

  private final PackageState state;
  private final InstantSource clock;
  private final Quotas quotas;
  private final LiveOrigin origin;
  private final SecureRandom random = new SecureRandom();

  Channels(PackageState state, InstantSource clock, Quotas quotas, LiveOrigin origin) {
    this.state = state;
    this.clock = clock;
    this.quotas = quotas;
    this.origin = origin;
  }

  ChannelRow create(CreateChannelRequest request) {
    var scope = Scope.current();
    EndpointRules.id(request.id());
    Tagging.check(request.tags());
    return state.exclusively(
        () -> {
          state.channels().requireFree(scope, request.id());
          quotas.oneMoreChannel(state.channels().in(scope).size());
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          Channel resource =
              Shapes.fill(Channel.builder(), request)
                  .arn(scope.arn("mediapackage", "channels/" + secret()))
                  .createdAt(now.toString())
                  .hlsIngest(
                      HlsIngest.builder().ingestEndpoints(ingest(scope, request, now)).build())
                  .build();
          var row = new ChannelRow(scope, resource);
          state.channels().put(row);
          origin.openChannel(row.ingestTarget());
          return row;
        });
  }

  ChannelRow update(UpdateChannelRequest request) {
    return state.exclusively(
        () -> {
          ChannelRow row = state.channels().get(Scope.current(), request.id());
          return keep(
              row.with(row.resource().toBuilder().description(request.description()).build()));
        });
  }

  /** New user name and password; the media plane of this machine asks for neither. */
  ChannelRow rotate(RotateIngestEndpointCredentialsRequest request) {
    return state.exclusively(
        () -> {
          ChannelRow row = state.channels().get(Scope.current(), request.id());
          List<IngestEndpoint> endpoints = row.resource().hlsIngest().ingestEndpoints();
          if (endpoints.stream().noneMatch(e -> e.id().equals(request.ingestEndpointId()))) {
            throw Refusals.notFound("IngestEndpoint", request.ingestEndpointId());
          }
          List<IngestEndpoint> rotated =
              endpoints.stream()
                  .map(
                      e ->
                          e.id().equals(request.ingestEndpointId())
                              ? e.toBuilder().username(secret()).password(secret()).build()
                              : e)
                  .toList();
          HlsIngest ingest = HlsIngest.builder().ingestEndpoints(rotated).build();
          return keep(row.with(row.resource().toBuilder().hlsIngest(ingest).build()));
        });
  }

  /** Not while it has endpoints. */
  void delete(String id) {
    var scope = Scope.current();
    state.exclusively(
        () -> {
          ChannelRow row = state.channels().get(scope, id);
          if (!state.endpointsOf(scope, id).isEmpty()) {
            throw Refusals.unprocessable("Channel with id " + id + " still has origin endpoints");
          }
          state.channels().remove(row);
          origin.closeChannel(row.ingestTarget()); // before anybody makes another of this id
          return row;
        });
  }

  void resume() {
    state.channels().all().forEach(row -> origin.openChannel(row.ingestTarget()));
  }

  private ChannelRow keep(ChannelRow row) {
    state.channels().put(row);
    return row;
  }

  private List<IngestEndpoint> ingest(Scope scope, CreateChannelRequest request, Instant now) {
    return IntStream.rangeClosed(1, PIPELINES)
        .mapToObj(
            pipeline ->
                IngestEndpoint.builder()
                    .id(Addresses.key(scope, request.id() + "#" + pipeline, now))
                    .url(Addresses.ingest(scope, request.id(), pipeline, now))
                    .username(secret())
                    .password(secret())
                    .build())
        .toList();
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
