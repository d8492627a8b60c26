package onair.awslocal.medialive;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.media.IngestTargets;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.MediaPackageOutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.Scte35Type;

/**
 * The part of a channel this machine carries: its first output group that goes to a MediaPackage
 * channel, of either version.
 *
 * @param ingestTarget how the origin knows that channel
 * @param video names of the video descriptions that are sent there
 * @param audio names of the audio descriptions that are sent there
 * @param passesScte35 whether SCTE-35 messages are sent along: always to the first version, to the
 *     second when asked for
 */
record MediaPackageOutput(
    String ingestTarget, Set<String> video, Set<String> audio, boolean passesScte35) {

  static boolean isIn(OutputGroup group) {
    return group.outputGroupSettings() != null
        && group.outputGroupSettings().mediaPackageGroupSettings() != null;
  }

  static Optional<MediaPackageOutput> of(Scope scope, Channel channel) {
    for (OutputGroup group : channel.encoderSettings().outputGroups()) {
      Optional<String> target = isIn(group) ? target(scope, channel, group) : Optional.empty();
      if (target.isPresent()) {
        Set<String> video = new LinkedHashSet<>();
        Set<String> audio = new LinkedHashSet<>();
        for (Output output : group.outputs()) {
          if (output.videoDescriptionName() != null) {
            video.add(output.videoDescriptionName());
          }
          audio.addAll(output.audioDescriptionNames());
        }
        return Optional.of(
            new MediaPackageOutput(target.get(), video, audio, passesScte35(channel, group)));
      }
    }
    return Optional.empty();
  }

  private static boolean passesScte35(Channel channel, OutputGroup group) {
    var settings =
        group.outputGroupSettings().mediaPackageGroupSettings().mediapackageV2GroupSettings();
    return destination(channel, group).stream().anyMatch(target -> target.channelId() != null)
        || (settings != null && settings.scte35Type() == Scte35Type.SCTE_35_WITHOUT_SEGMENTATION);
  }

  private static Optional<String> target(Scope scope, Channel channel, OutputGroup group) {
    return destination(channel, group).stream()
        .flatMap(target -> target(scope, target).stream())
        .findFirst();
  }

  private static Optional<String> target(
      Scope scope, MediaPackageOutputDestinationSettings target) {
    if (target.channelGroup() != null && target.channelName() != null) {
      return Optional.of(
          IngestTargets.packageV2(
              scope.accountId(), scope.region(), target.channelGroup(), target.channelName()));
    }
    return Optional.ofNullable(target.channelId())
        .map(id -> IngestTargets.packageV1(scope.accountId(), scope.region(), id));
  }

  private static List<MediaPackageOutputDestinationSettings> destination(
      Channel channel, OutputGroup group) {
    var named = group.outputGroupSettings().mediaPackageGroupSettings().destination();
    return channel.destinations().stream()
        .filter(destination -> named.destinationRefId().equals(destination.id()))
        .map(OutputDestination::mediaPackageSettings)
        .findFirst()
        .orElse(List.of());
  }
}
