package onair.awslocal.mediapackagev2;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.resource.Fingerprint;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictExceptionType;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.UpdateChannelGroupRequest;

/** Channel groups; each has one egress domain, which the CDN reaches while the group exists. */
final class ChannelGroups {

  private final PackageState state;
  private final InstantSource clock;
  private final Quotas quotas;
  private final Egress egress;
  private final OriginDirectory directory;

  ChannelGroups(
      PackageState state,
      InstantSource clock,
      Quotas quotas,
      Egress egress,
      OriginDirectory directory) {
    this.state = state;
    this.clock = clock;
    this.quotas = quotas;
    this.egress = egress;
    this.directory = directory;
  }

  GroupRow create(CreateChannelGroupRequest request) {
    var scope = Scope.current();
    String name = request.channelGroupName();
    String fingerprint = Fingerprint.of(request, "ClientToken");
    Tagging.check(request.tags());
    return state.exclusively(
        () -> {
          Optional<GroupRow> earlier =
              state.groups().repeated(scope, name, request.clientToken(), fingerprint);
          if (earlier.isPresent()) {
            return earlier.get();
          }
          quotas.oneMoreGroup(state.groups().below(scope, "").size());
          Instant now = clock.instant();
          Stamp stamp = Stamp.of(now);
          GetChannelGroupResponse resource =
              Shapes.fill(GetChannelGroupResponse.builder(), request)
                  .arn(scope.arn("mediapackagev2", "channelGroup/" + name))
                  .egressDomain(Addresses.egressDomain(scope, name, now))
                  .createdAt(now)
                  .modifiedAt(stamp.modifiedAt())
                  .eTag(stamp.eTag())
                  .build();
          var row = new GroupRow(scope, resource, request.clientToken(), fingerprint);
          state.groups().put(row);
          open(row);
          return row;
        });
  }

  GroupRow update(UpdateChannelGroupRequest request) {
    return state.exclusively(
        () -> {
          GroupRow row = state.groups().get(Scope.current(), request.channelGroupName());
          PackageState.requireETag(request.eTag(), row.resource().eTag());
          Stamp stamp = Stamp.of(clock.instant());
          GroupRow changed =
              row.with(
                  row.resource().toBuilder()
                      .description(request.description())
                      .modifiedAt(stamp.modifiedAt())
                      .eTag(stamp.eTag())
                      .build());
          state.groups().put(changed);
          return changed;
        });
  }

  /** A group that is not there is deleted already. */
  void delete(String name) {
    var scope = Scope.current();
    state.exclusively(
        () -> {
          if (!state.channels().below(scope, name).isEmpty()) {
            throw Refusals.conflict(
                ConflictExceptionType.RESOURCE_IN_USE,
                "The channel group " + name + " still has channels");
          }
          state
              .groups()
              .find(scope, name)
              .ifPresent(
                  row -> {
                    state.groups().remove(row);
                    directory.unregister(row.resource().egressDomain());
                  });
        });
  }

  void resume() {
    state.groups().all().forEach(this::open);
  }

  private void open(GroupRow row) {
    directory.register(
        row.resource().egressDomain(), request -> egress.handle(row.scope(), row.path(), request));
  }
}
