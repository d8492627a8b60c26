package onair.awslocal.mediapackagev2;

import java.time.InstantSource;
import java.util.Optional;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.resource.Fingerprint;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ResetOriginEndpointStateRequest;
import software.amazon.awssdk.services.mediapackagev2.model.UpdateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

/** Origin endpoints; each that can be packaged here is at the origin while it exists. */
final class OriginEndpoints {

  private final PackageState state;
  private final InstantSource clock;
  private final Quotas quotas;
  private final LiveOrigin origin;

  OriginEndpoints(PackageState state, InstantSource clock, Quotas quotas, LiveOrigin origin) {
    this.state = state;
    this.clock = clock;
    this.quotas = quotas;
    this.origin = origin;
  }

  EndpointRow create(CreateOriginEndpointRequest request) {
    var scope = Scope.current();
    String fingerprint = Fingerprint.of(request, "ClientToken");
    Tagging.check(request.tags());
    return state.exclusively(
        () -> {
          ChannelRow channel = channel(scope, request.channelGroupName(), request.channelName());
          String path = channel.path() + "/" + request.originEndpointName();
          Optional<EndpointRow> earlier =
              state.endpoints().repeated(scope, path, request.clientToken(), fingerprint);
          if (earlier.isPresent()) {
            return earlier.get();
          }
          EndpointRules.check(request, channel.resource().inputType());
          quotas.oneMoreEndpoint(state.endpoints().below(scope, channel.path()).size());
          Stamp stamp = Stamp.of(clock.instant());
          GetOriginEndpointResponse resource =
              EndpointShape.of(request, domain(scope, channel)).toBuilder()
                  .arn(channel.arn() + "/originEndpoint/" + request.originEndpointName())
                  .createdAt(stamp.modifiedAt())
                  .modifiedAt(stamp.modifiedAt())
                  .eTag(stamp.eTag())
                  .build();
          var row = new EndpointRow(scope, resource, request.clientToken(), fingerprint, null);
          state.endpoints().put(row);
          open(row);
          return row;
        });
  }

  /** Replaces the whole configuration; only name, container type and tags stay. */
  EndpointRow update(UpdateOriginEndpointRequest request) {
    var scope = Scope.current();
    return state.exclusively(
        () -> {
          ChannelRow channel = channel(scope, request.channelGroupName(), request.channelName());
          EndpointRow row =
              state.endpoints().get(scope, channel.path() + "/" + request.originEndpointName());
          PackageState.requireETag(request.eTag(), row.resource().eTag());
          if (row.resource().containerType() != request.containerType()) {
            throw Refusals.invalid(
                ValidationExceptionType.CONTAINER_TYPE_IMMUTABLE,
                "The container type cannot be changed");
          }
          CreateOriginEndpointRequest anew =
              Shapes.fill(CreateOriginEndpointRequest.builder(), request).tags(row.tags()).build();
          EndpointRules.check(anew, channel.resource().inputType());
          Stamp stamp = Stamp.of(clock.instant());
          EndpointRow changed =
              row.with(
                  EndpointShape.of(anew, domain(scope, channel)).toBuilder()
                      .arn(row.arn())
                      .createdAt(row.createdAt())
                      .resetAt(row.resource().resetAt())
                      .modifiedAt(stamp.modifiedAt())
                      .eTag(stamp.eTag())
                      .build());
          state.endpoints().put(changed);
          open(changed);
          return changed;
        });
  }

  /** What the endpoint had is forgotten; it goes on with what its channel receives from now on. */
  EndpointRow reset(ResetOriginEndpointStateRequest request) {
    return state.exclusively(
        () -> {
          EndpointRow row =
              state
                  .endpoints()
                  .get(
                      Scope.current(),
                      String.join(
                          "/",
                          request.channelGroupName(),
                          request.channelName(),
                          request.originEndpointName()));
          EndpointRow changed =
              row.with(row.resource().toBuilder().resetAt(clock.instant()).build());
          state.endpoints().put(changed);
          open(changed);
          origin.resetEndpoint(row.ingestTarget(), row.name());
          return changed;
        });
  }

  /** After the channel was opened anew. */
  void reopen(ChannelRow channel) {
    state.endpoints().below(channel.scope(), channel.path()).forEach(this::open);
  }

  /** An endpoint that is not there is deleted already. */
  void delete(String path) {
    var scope = Scope.current();
    state.exclusively(
        () ->
            state
                .endpoints()
                .find(scope, path)
                .ifPresent(
                    row -> {
                      state.endpoints().remove(row);
                      origin.removeEndpoint(row.ingestTarget(), row.name());
                    }));
  }

  void resume() {
    state.endpoints().all().forEach(this::open);
  }

  private void open(EndpointRow row) {
    switch (EndpointPlan.of(row.resource())) {
      case EndpointPlan.Packaged(EndpointSpec spec) -> origin.putEndpoint(row.ingestTarget(), spec);
      case EndpointPlan.StateOnly _ -> origin.removeEndpoint(row.ingestTarget(), row.name());
    }
  }

  private ChannelRow channel(Scope scope, String group, String channel) {
    GroupRow parent = state.groups().get(scope, group);
    return state.channels().get(scope, parent.path() + "/" + channel);
  }

  private String domain(Scope scope, ChannelRow channel) {
    return state
        .groups()
        .get(scope, channel.resource().channelGroupName())
        .resource()
        .egressDomain();
  }
}
