package onair.awslocal.mediatailor;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediatailor.model.Channel;
import software.amazon.awssdk.services.mediatailor.model.ChannelState;
import software.amazon.awssdk.services.mediatailor.model.PlaybackMode;
import software.amazon.awssdk.services.mediatailor.model.Tier;
import software.amazon.awssdk.services.mediatailor.model.TimeShiftConfiguration;

/**
 * A channel of channel assembly as it is kept.
 *
 * @param timeShift as it was set; {@code resource} has no place for it
 * @param policy IAM policy document; null for none
 * @param programs names in the order of the schedule
 */
record ChannelRow(
    Channel resource,
    @Nullable TimeShiftConfiguration timeShift,
    @Nullable String policy,
    List<String> programs) {

  ChannelRow {
    programs = List.copyOf(programs);
  }

  String name() {
    return resource.channelName();
  }

  boolean isRunning() {
    return ChannelState.RUNNING.toString().equals(resource.channelState());
  }

  boolean isLinear() {
    return PlaybackMode.LINEAR.toString().equals(resource.playbackMode());
  }

  boolean isStandard() {
    return Tier.STANDARD.toString().equals(resource.tier());
  }

  ChannelRow with(UnaryOperator<Channel.Builder> change) {
    return new ChannelRow(change.apply(resource.toBuilder()).build(), timeShift, policy, programs);
  }

  ChannelRow withTimeShift(@Nullable TimeShiftConfiguration other) {
    return new ChannelRow(resource, other, policy, programs);
  }

  ChannelRow withPolicy(@Nullable String other) {
    return new ChannelRow(resource, timeShift, other, programs);
  }

  ChannelRow withPrograms(List<String> others) {
    return new ChannelRow(resource, timeShift, policy, others);
  }
}
