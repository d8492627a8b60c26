package onair.awslocal.medialive;

import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onair.awslocal.media.EncoderCommand;
import onair.awslocal.media.Metadata;
import onair.awslocal.media.Overlay;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.HlsId3SegmentTaggingState;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.PipelineId;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;
import software.amazon.awssdk.services.medialive.model.ScheduleActionSettings;

/**
 * What an action means for the encoders of a channel; what SCTE-35 actions mean says {@link
 * SpliceActions}.
 */
final class ScheduleCommands {

  private static final int OPAQUE = 100;

  private final Channel channel;

  ScheduleCommands(Channel channel) {
    this.channel = channel;
  }

  /** Empty for an action that is none of the encoders', or has no effect on this channel. */
  Optional<EncoderCommand> of(ScheduleAction action) {
    ScheduleActionSettings settings = action.scheduleActionSettings();
    if (settings.inputSwitchSettings() != null) {
      return Optional.of(
          new EncoderCommand.SwitchInput(
              settings.inputSwitchSettings().inputAttachmentNameReference(), action.actionName()));
    }
    if (settings.inputPrepareSettings() != null) {
      return Optional.of(
          new EncoderCommand.PrepareInput(
              settings.inputPrepareSettings().inputAttachmentNameReference()));
    }
    if (settings.pauseStateSettings() != null) {
      return Optional.of(
          new EncoderCommand.Pause(
              settings.pauseStateSettings().pipelines().stream()
                  .map(paused -> paused.pipelineId() == PipelineId.PIPELINE_1 ? 1 : 0)
                  .collect(Collectors.toUnmodifiableSet())));
    }
    return overlay(settings).or(() -> metadata(settings).map(EncoderCommand.Tag::new));
  }

  private Optional<EncoderCommand> overlay(ScheduleActionSettings settings) {
    var all = settings.staticImageActivateSettings();
    if (all != null) {
      return Optional.of(
          new EncoderCommand.ShowOverlay(
              new Overlay(
                  number(all.layer()),
                  all.image().uri(),
                  number(all.imageX()),
                  number(all.imageY()),
                  all.width(),
                  all.height(),
                  all.opacity() == null ? OPAQUE : all.opacity(),
                  millis(all.fadeIn()),
                  millis(all.fadeOut()),
                  duration(all.duration()),
                  Set.of())));
    }
    var some = settings.staticImageOutputActivateSettings();
    if (some != null) {
      return Optional.of(
          new EncoderCommand.ShowOverlay(
              new Overlay(
                  number(some.layer()),
                  some.image().uri(),
                  number(some.imageX()),
                  number(some.imageY()),
                  some.width(),
                  some.height(),
                  some.opacity() == null ? OPAQUE : some.opacity(),
                  millis(some.fadeIn()),
                  millis(some.fadeOut()),
                  duration(some.duration()),
                  renditions(some.outputNames()))));
    }
    var off = settings.staticImageDeactivateSettings();
    if (off != null) {
      return Optional.of(
          new EncoderCommand.HideOverlay(number(off.layer()), millis(off.fadeOut()), Set.of()));
    }
    var someOff = settings.staticImageOutputDeactivateSettings();
    return someOff == null
        ? Optional.empty()
        : Optional.of(
            new EncoderCommand.HideOverlay(
                number(someOff.layer()),
                millis(someOff.fadeOut()),
                renditions(someOff.outputNames())));
  }

  /** Only for channels with an output group that takes such metadata. */
  private Optional<Metadata> metadata(ScheduleActionSettings settings) {
    if (settings.hlsTimedMetadataSettings() != null && takesOnce()) {
      return Optional.of(new Metadata.Once(bytes(settings.hlsTimedMetadataSettings().id3())));
    }
    if (settings.timedMetadataSettings() != null && takesOnce()) {
      return Optional.of(new Metadata.Once(bytes(settings.timedMetadataSettings().id3())));
    }
    var hls = settings.hlsId3SegmentTaggingSettings();
    if (hls != null && takesTags()) {
      return Optional.of(each(hls.tag(), hls.id3()));
    }
    var cmaf = settings.id3SegmentTaggingSettings();
    return cmaf != null && takesTags()
        ? Optional.of(each(cmaf.tag(), cmaf.id3()))
        : Optional.empty();
  }

  private static Metadata each(@Nullable String tag, @Nullable String id3) {
    return tag != null
        ? new Metadata.TextInEachSegment(tag)
        : new Metadata.EachSegment(bytes(String.valueOf(id3)));
  }

  /** MediaPackage's second version when it is asked for, and HLS. */
  private boolean takesOnce() {
    return channel.encoderSettings().outputGroups().stream()
        .anyMatch(group -> HlsGroups.isIn(group) || insertsId3(group));
  }

  /** MediaPackage's first version always, its second and HLS when they are asked to. */
  private boolean takesTags() {
    return channel.encoderSettings().outputGroups().stream()
        .anyMatch(
            group ->
                insertsId3(group)
                    || MediaPackageOutput.isIn(group) && isFirstVersion(group)
                    || HlsGroups.isIn(group)
                        && group.outputGroupSettings().hlsGroupSettings().hlsId3SegmentTagging()
                            == HlsId3SegmentTaggingState.ENABLED);
  }

  private static boolean isFirstVersion(OutputGroup group) {
    return group.outputGroupSettings().mediaPackageGroupSettings().mediapackageV2GroupSettings()
        == null;
  }

  private static boolean insertsId3(OutputGroup group) {
    if (!MediaPackageOutput.isIn(group) || isFirstVersion(group)) {
      return false;
    }
    var settings =
        group.outputGroupSettings().mediaPackageGroupSettings().mediapackageV2GroupSettings();
    return "ENABLED".equals(settings.id3BehaviorAsString());
  }

  /** Renditions of these outputs. */
  private Set<String> renditions(List<String> outputNames) {
    Set<String> names = new HashSet<>();
    for (OutputGroup group : channel.encoderSettings().outputGroups()) {
      for (Output output : group.outputs()) {
        if (output.videoDescriptionName() != null && outputNames.contains(output.outputName())) {
          names.add(Renditions.clean(output.videoDescriptionName()));
        }
      }
    }
    return names;
  }

  static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static int number(@Nullable Integer given) {
    return given == null ? 0 : given;
  }

  private static Duration millis(@Nullable Integer given) {
    return Duration.ofMillis(number(given));
  }

  private static @Nullable Duration duration(@Nullable Integer millis) {
    return millis == null || millis == 0 ? null : Duration.ofMillis(millis);
  }
}
