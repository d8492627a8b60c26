package onair.awslocal.mediapackagev2;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.resource.Fingerprint;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictExceptionType;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelResponse;
import software.amazon.awssdk.services.mediapackagev2.model.InputType;
import software.amazon.awssdk.services.mediapackagev2.model.ResetChannelStateRequest;
import software.amazon.awssdk.services.mediapackagev2.model.UpdateChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

/** Channels; each is open at the origin while it exists. */
final class Channels {

  private final PackageState state;
  private final InstantSource clock;
  private final Quotas quotas;
  private final LiveOrigin origin;
  private final OriginEndpoints endpoints;

  Channels(
      PackageState state,
      InstantSource clock,
      Quotas quotas,
      LiveOrigin origin,
      OriginEndpoints endpoints) {
    this.state = state;
    this.clock = clock;
    this.quotas = quotas;
    this.origin = origin;
    this.endpoints = endpoints;
  }

  ChannelRow create(CreateChannelRequest request) {
    var scope = Scope.current();
    String fingerprint = Fingerprint.of(request, "ClientToken");
    Tagging.check(request.tags());
    return state.exclusively(
        () -> {
          GroupRow group = state.groups().get(scope, request.channelGroupName());
          String path = group.path() + "/" + request.channelName();
          Optional<ChannelRow> earlier =
              state.channels().repeated(scope, path, request.clientToken(), fingerprint);
          if (earlier.isPresent()) {
            return earlier.get();
          }
          quotas.oneMoreChannel(state.channels().below(scope, group.path()).size());
          GetChannelResponse resource = resource(scope, group, request);
          check(resource);
          var row = new ChannelRow(scope, resource, request.clientToken(), fingerprint, null);
          state.channels().put(row);
          origin.openChannel(row.ingestTarget());
          return row;
        });
  }

  ChannelRow update(UpdateChannelRequest request) {
    var scope = Scope.current();
    return state.exclusively(
        () -> {
          ChannelRow row =
              state.channels().get(scope, request.channelGroupName() + "/" + request.channelName());
          PackageState.requireETag(request.eTag(), row.resource().eTag());
          Stamp stamp = Stamp.of(clock.instant());
          GetChannelResponse resource =
              row.resource().toBuilder()
                  .description(request.description())
                  .inputSwitchConfiguration(request.inputSwitchConfiguration())
                  .outputHeaderConfiguration(request.outputHeaderConfiguration())
                  .modifiedAt(stamp.modifiedAt())
                  .eTag(stamp.eTag())
                  .build();
          check(resource);
          ChannelRow changed = row.with(resource);
          state.channels().put(changed);
          return changed;
        });
  }

  /**
   * What was received is forgotten; the addresses stay. An encoder that still sends begins anew.
   */
  ChannelRow reset(ResetChannelStateRequest request) {
    return state.exclusively(
        () -> {
          ChannelRow row =
              state
                  .channels()
                  .get(Scope.current(), request.channelGroupName() + "/" + request.channelName());
          ChannelRow changed =
              row.with(row.resource().toBuilder().resetAt(clock.instant()).build());
          state.channels().put(changed);
          origin.closeChannel(row.ingestTarget());
          origin.openChannel(row.ingestTarget());
          endpoints.reopen(row);
          return changed;
        });
  }

  /** A channel that is not there is deleted already. */
  void delete(String group, String name) {
    var scope = Scope.current();
    String path = group + "/" + name;
    state.exclusively(
        () -> {
          if (!state.endpoints().below(scope, path).isEmpty()) {
            throw Refusals.conflict(
                ConflictExceptionType.RESOURCE_IN_USE,
                "The channel " + path + " still has origin endpoints");
          }
          state
              .channels()
              .find(scope, path)
              .ifPresent(
                  row -> {
                    state.channels().remove(row);
                    origin.closeChannel(row.ingestTarget());
                  });
        });
  }

  void resume() {
    state.channels().all().forEach(row -> origin.openChannel(row.ingestTarget()));
  }

  private GetChannelResponse resource(Scope scope, GroupRow group, CreateChannelRequest request) {
    Instant now = clock.instant();
    Stamp stamp = Stamp.of(now);
    InputType type = request.inputType() == null ? InputType.HLS : request.inputType();
    String name = request.channelName();
    return Shapes.fill(GetChannelResponse.builder(), request)
        .arn(group.arn() + "/channel/" + name)
        .inputType(type)
        .ingestEndpoints(Addresses.ingestEndpoints(scope, group.path(), name, type, now))
        .createdAt(now)
        .modifiedAt(stamp.modifiedAt())
        .eTag(stamp.eTag())
        .build();
  }

  private static void check(GetChannelResponse channel) {
    if (channel.inputType() == InputType.CMAF) {
      return;
    }
    var input = channel.inputSwitchConfiguration();
    if (input != null && Boolean.TRUE.equals(input.mqcsInputSwitching())) {
      throw onlyCmaf(ValidationExceptionType.ONLY_CMAF_INPUT_TYPE_ALLOW_MQCS_INPUT_SWITCHING);
    }
    if (input != null && input.preferredInput() != null) {
      throw onlyCmaf(
          ValidationExceptionType.ONLY_CMAF_INPUT_TYPE_ALLOW_PREFERRED_INPUT_CONFIGURATION);
    }
    var output = channel.outputHeaderConfiguration();
    if (output != null && Boolean.TRUE.equals(output.publishMQCS())) {
      throw onlyCmaf(ValidationExceptionType.ONLY_CMAF_INPUT_TYPE_ALLOW_MQCS_OUTPUT_CONFIGURATION);
    }
  }

  private static RuntimeException onlyCmaf(ValidationExceptionType type) {
    return Refusals.invalid(type, "Only channels of input type CMAF take this setting");
  }
}
