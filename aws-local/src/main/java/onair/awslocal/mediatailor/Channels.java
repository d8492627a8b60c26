package onair.awslocal.mediatailor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediatailor.model.Channel;
import software.amazon.awssdk.services.mediatailor.model.ChannelState;
import software.amazon.awssdk.services.mediatailor.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediatailor.model.LogConfigurationForChannel;
import software.amazon.awssdk.services.mediatailor.model.PlaybackMode;
import software.amazon.awssdk.services.mediatailor.model.RequestOutputItem;
import software.amazon.awssdk.services.mediatailor.model.ResponseOutputItem;
import software.amazon.awssdk.services.mediatailor.model.SlateSource;
import software.amazon.awssdk.services.mediatailor.model.Tier;
import software.amazon.awssdk.services.mediatailor.model.UpdateChannelRequest;

/** Channels of channel assembly, STOPPED or RUNNING. Nothing is assembled. */
final class Channels {

  private static final int MAX_CHANNELS = 100;
  private static final int MAX_OUTPUTS = 5;

  private final AssemblyState state;
  private final InstantSource clock;

  Channels(AssemblyState state, InstantSource clock) {
    this.state = state;
    this.clock = clock;
  }

  ChannelRow create(CreateChannelRequest request) {
    ConfigurationRules.requireName("ChannelName", request.channelName());
    boolean linear = request.playbackMode() == PlaybackMode.LINEAR;
    return state.exclusively(
        () -> {
          checkFiller(linear, request.fillerSlate());
          List<ResponseOutputItem> outputs = outputs(request.channelName(), request.outputs());
          Refusals.requireRoom(state.channels().in().size(), MAX_CHANNELS, "channels");
          Instant now = clock.instant();
          Channel channel =
              Channel.builder()
                  .channelName(request.channelName())
                  .arn(state.channels().arn(request.channelName()))
                  .channelState(ChannelState.STOPPED.toString())
                  .playbackMode(request.playbackModeAsString())
                  .tier(request.tier() == null ? Tier.BASIC.toString() : request.tierAsString())
                  .fillerSlate(request.fillerSlate())
                  .outputs(outputs)
                  .audiences(request.audiences())
                  .tags(request.tags())
                  .logConfiguration(LogConfigurationForChannel.builder().build())
                  .creationTime(now)
                  .lastModifiedTime(now)
                  .build();
          ChannelRow row =
              new ChannelRow(channel, request.timeShiftConfiguration(), null, List.of());
          state.channels().insert(row);
          return row;
        });
  }

  /** Replaces outputs, filler slate and audiences of a stopped channel. */
  ChannelRow update(UpdateChannelRequest request) {
    return state.exclusively(
        () -> {
          ChannelRow row = stopped(request.channelName(), "changed");
          checkFiller(row.isLinear(), request.fillerSlate());
          List<ResponseOutputItem> outputs = outputs(request.channelName(), request.outputs());
          ChannelRow changed =
              row.with(
                      channel ->
                          channel
                              .fillerSlate(request.fillerSlate())
                              .outputs(outputs)
                              .audiences(request.audiences())
                              .lastModifiedTime(clock.instant()))
                  .withTimeShift(request.timeShiftConfiguration());
          state.channels().put(changed);
          return changed;
        });
  }

  /** One that is in that state already stays in it. */
  void turn(String name, ChannelState wanted) {
    state.exclusively(
        () -> {
          ChannelRow row =
              state
                  .channels()
                  .get(name)
                  .with(
                      channel ->
                          channel
                              .channelState(wanted.toString())
                              .lastModifiedTime(clock.instant()));
          state.channels().put(row);
          return row;
        });
  }

  /** Takes a stopped channel with its programs away. */
  void delete(String name) {
    state.exclusively(
        () -> {
          ChannelRow row = stopped(name, "deleted");
          state.programs().in(name).forEach(state.programs()::remove);
          state.channels().remove(row);
          return row;
        });
  }

  void policy(String name, @Nullable String document) {
    state.exclusively(
        () -> {
          ChannelRow row = state.channels().get(name).withPolicy(document);
          state.channels().put(row);
          return row;
        });
  }

  void logs(String name, List<String> types) {
    state.exclusively(
        () -> {
          ChannelRow row =
              state
                  .channels()
                  .get(name)
                  .with(c -> c.logConfiguration(l -> l.logTypesWithStrings(types)));
          state.channels().put(row);
          return row;
        });
  }

  private ChannelRow stopped(String name, String verb) {
    ChannelRow row = state.channels().get(name);
    if (row.isRunning()) {
      throw Refusals.invalid("The channel " + name + " must be stopped before it can be " + verb);
    }
    return row;
  }

  /** Source: MediaTailor API reference, CreateChannel, FillerSlate. */
  private void checkFiller(boolean linear, @Nullable SlateSource slate) {
    if (linear != (slate != null)) {
      throw Refusals.invalid(
          linear
              ? "A LINEAR channel needs a FillerSlate"
              : "A channel that loops has no FillerSlate");
    }
    if (slate != null) {
      state.vodSources().get(slate.sourceLocationName(), slate.vodSourceName());
    }
  }

  private List<ResponseOutputItem> outputs(String channel, List<RequestOutputItem> wanted) {
    if (wanted.isEmpty() || wanted.size() > MAX_OUTPUTS) {
      throw Refusals.invalid("A channel has 1 to " + MAX_OUTPUTS + " outputs");
    }
    Set<String> names = new HashSet<>();
    return wanted.stream()
        .map(
            output -> {
              boolean hls = output.hlsPlaylistSettings() != null;
              if (hls == (output.dashPlaylistSettings() != null)) {
                throw Refusals.invalid("An output has either HLS or DASH playlist settings");
              }
              if (!names.add(output.manifestName())) {
                throw Refusals.invalid("Two outputs have the manifest " + output.manifestName());
              }
              return Shapes.fill(ResponseOutputItem.builder(), output)
                  .playbackUrl(
                      Addresses.channel(Scope.current(), channel, output.manifestName(), hls))
                  .build();
            })
        .toList();
  }
}
