package onair.awslocal.mediapackage;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import software.amazon.awssdk.services.mediapackage.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackage.model.OriginEndpoint;
import software.amazon.awssdk.services.mediapackage.model.UpdateOriginEndpointRequest;

/** Origin endpoints; each that can be packaged here is at the origin while it exists. */
final class OriginEndpoints {

  private final PackageState state;
  private final InstantSource clock;
  private final Quotas quotas;
  private final LiveOrigin origin;
  private final Egress egress;

  OriginEndpoints(
      PackageState state, InstantSource clock, Quotas quotas, LiveOrigin origin, Egress egress) {
    this.state = state;
    this.clock = clock;
    this.quotas = quotas;
    this.origin = origin;
    this.egress = egress;
  }

  EndpointRow create(CreateOriginEndpointRequest request) {
    var scope = Scope.current();
    return state.exclusively(
        () -> {
          EndpointRules.check(request);
          Tagging.check(request.tags());
          String channel = state.channels().get(scope, request.channelId()).id();
          state.endpoints().requireFree(scope, request.id());
          quotas.oneMoreEndpoint(state.endpointsOf(scope, channel).size());
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          String name = UUID.randomUUID().toString().replace("-", "");
          OriginEndpoint resource =
              EndpointShape.of(scope, request, now).toBuilder()
                  .arn(scope.arn("mediapackage", "origin_endpoints/" + name))
                  .build();
          var row = new EndpointRow(scope, resource);
          state.endpoints().put(row);
          open(row);
          return row;
        });
  }

  /** Members that are not given stay as they are; a given package replaces the whole package. */
  EndpointRow update(UpdateOriginEndpointRequest request) {
    var scope = Scope.current();
    return state.exclusively(
        () -> {
          EndpointRow row = state.endpoints().get(scope, request.id());
          OriginEndpoint old = row.resource();
          CreateOriginEndpointRequest.Builder anew =
              CreateOriginEndpointRequest.builder()
                  .channelId(old.channelId())
                  .description(old.description())
                  .manifestName(old.manifestName())
                  .startoverWindowSeconds(old.startoverWindowSeconds())
                  .timeDelaySeconds(old.timeDelaySeconds())
                  .origination(old.origination())
                  .tags(old.tags());
          keepPackage(anew, request, old);
          CreateOriginEndpointRequest whole = Shapes.fill(anew, request).build();
          EndpointRules.check(whole);
          requireSamePackage(whole, old);
          EndpointRow changed =
              row.with(
                  EndpointShape.of(scope, whole, row.createdAt()).toBuilder()
                      .arn(row.arn())
                      .build());
          state.endpoints().put(changed);
          keys(row).stream()
              .filter(key -> !keys(changed).contains(key))
              .forEach(key -> origin.removeEndpoint(row.ingestTarget(), key));
          open(changed);
          return changed;
        });
  }

  void delete(String id) {
    state.exclusively(
        () -> {
          EndpointRow row = state.endpoints().get(Scope.current(), id);
          state.endpoints().remove(row);
          keys(row).forEach(key -> origin.removeEndpoint(row.ingestTarget(), key));
          return row;
        });
  }

  void resume() {
    state.endpoints().all().forEach(this::open);
  }

  private static void keepPackage(
      CreateOriginEndpointRequest.Builder anew,
      UpdateOriginEndpointRequest request,
      OriginEndpoint old) {
    boolean given =
        request.hlsPackage() != null
            || request.dashPackage() != null
            || request.cmafPackage() != null
            || request.mssPackage() != null;
    if (!given) {
      Shapes.fill(
          anew,
          OriginEndpoint.builder()
              .hlsPackage(old.hlsPackage())
              .dashPackage(old.dashPackage())
              .cmafPackage(old.cmafPackage())
              .mssPackage(old.mssPackage())
              .build());
    }
  }

  private static void requireSamePackage(CreateOriginEndpointRequest anew, OriginEndpoint old) {
    boolean same =
        Objects.isNull(anew.hlsPackage()) == Objects.isNull(old.hlsPackage())
            && Objects.isNull(anew.dashPackage()) == Objects.isNull(old.dashPackage())
            && Objects.isNull(anew.cmafPackage()) == Objects.isNull(old.cmafPackage());
    if (!same) {
      throw Refusals.unprocessable("The package type of an origin endpoint cannot be changed");
    }
  }

  private void open(EndpointRow row) {
    egress.open(row.scope());
    switch (EndpointPlan.of(row)) {
      case EndpointPlan.Packaged(List<EndpointSpec> specs) ->
          specs.forEach(spec -> origin.putEndpoint(row.ingestTarget(), spec));
      case EndpointPlan.StateOnly _ -> {}
    }
  }

  private static List<String> keys(EndpointRow row) {
    return switch (EndpointPlan.of(row)) {
      case EndpointPlan.Packaged(List<EndpointSpec> specs) ->
          specs.stream().map(EndpointSpec::name).toList();
      case EndpointPlan.StateOnly _ -> List.of();
    };
  }
}
