package onair.awslocal.mediapackagevod;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagevod.model.Authorization;
import software.amazon.awssdk.services.mediapackagevod.model.ConfigureLogsRequest;
import software.amazon.awssdk.services.mediapackagevod.model.CreatePackagingGroupRequest;
import software.amazon.awssdk.services.mediapackagevod.model.PackagingGroup;
import software.amazon.awssdk.services.mediapackagevod.model.UpdatePackagingGroupRequest;

/** Packaging groups; each has a host of its own while it exists. */
final class Groups {

  private final VodState state;
  private final InstantSource clock;
  private final Egress egress;

  Groups(VodState state, InstantSource clock, Egress egress) {
    this.state = state;
    this.clock = clock;
    this.egress = egress;
  }

  PackagingGroup create(CreatePackagingGroupRequest request) {
    Names.check(request.id());
    check(request.authorization());
    Tagging.checked(request.tags());
    var scope = Scope.current();
    return state.exclusively(
        () -> {
          state.groups().requireFree(scope, request.id());
          state.requireRoom(scope, Quota.MEDIAPACKAGE_GROUPS, state.groups().in(scope).size());
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          PackagingGroup resource =
              Shapes.fill(PackagingGroup.builder(), request)
                  .arn(scope.arn("mediapackage-vod", "packaging-groups/" + request.id()))
                  .createdAt(now.toString())
                  .domainName(Addresses.host(scope, request.id(), now))
                  .build();
          var row = new GroupRow(scope, resource);
          state.groups().put(row);
          egress.open(row);
          return seen(row);
        });
  }

  PackagingGroup describe(String id) {
    return seen(state.groups().get(Scope.current(), id));
  }

  /** Without an authorization there is none any more. */
  PackagingGroup update(UpdatePackagingGroupRequest request) {
    check(request.authorization());
    return change(request.id(), group -> group.authorization(request.authorization()));
  }

  PackagingGroup logs(ConfigureLogsRequest request) {
    return change(request.id(), group -> group.egressAccessLogs(request.egressAccessLogs()));
  }

  /** Not while it has configurations or assets. */
  void delete(String id) {
    var scope = Scope.current();
    state.exclusively(
        () -> {
          GroupRow row = state.groups().get(scope, id);
          if (!state.configurationsOf(scope, id).isEmpty()
              || !state.assetsOf(scope, id).isEmpty()) {
            throw Refusals.unprocessable(
                "PackagingGroup with id " + id + " still has packaging configurations or assets");
          }
          state.groups().remove(row);
          egress.close(row);
          return row;
        });
  }

  void resume() {
    state.groups().all().forEach(egress::open);
  }

  /** As AWS shows it. */
  PackagingGroup seen(GroupRow row) {
    int assets = state.assetsOf(row.scope(), row.id()).size();
    return row.resource().toBuilder().approximateAssetCount(assets).build();
  }

  private PackagingGroup change(String id, UnaryOperator<PackagingGroup.Builder> change) {
    return state.exclusively(
        () -> {
          GroupRow row = state.groups().get(Scope.current(), id);
          GroupRow changed = row.with(change.apply(row.resource().toBuilder()).build());
          state.groups().put(changed);
          return seen(changed);
        });
  }

  private static void check(@Nullable Authorization authorization) {
    if (authorization != null && !authorization.cdnIdentifierSecret().startsWith("arn:")) {
      throw Refusals.unprocessable("CdnIdentifierSecret must be the ARN of a secret");
    }
  }
}
