package onair.channel.medialive;

import java.util.List;
import onair.channel.ladder.Ladder;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.EncoderState;
import onair.common.aws.Difference;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.medialive.model.AvailConfiguration;
import software.amazon.awssdk.services.medialive.model.AvailSettings;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.LogLevel;
import software.amazon.awssdk.services.medialive.model.Scte35SpliceInsert;
import software.amazon.awssdk.services.medialive.model.ThumbnailConfiguration;
import software.amazon.awssdk.services.medialive.model.ThumbnailState;
import software.amazon.awssdk.services.medialive.model.TimecodeConfig;
import software.amazon.awssdk.services.medialive.model.TimecodeConfigSource;
import software.amazon.awssdk.services.medialive.model.UpdateChannelRequest;

/**
 * The encoder's request, and what AWS's states mean; pure. Source: MediaLive API reference, {@code
 * CreateChannel}; user guide, "Delivering to MediaPackage v2".
 *
 * @param roleArn role MediaLive acts under
 */
record EncoderShapes(String roleArn) {

  private static final String STREAM_NAME = ".streamName";

  CreateChannelRequest createChannel(Identity identity, EncoderSpec spec) {
    List<Outputs> outputs = Outputs.of(spec);
    return CreateChannelRequest.builder()
        .name(identity.name())
        .requestId(identity.token())
        .channelClass(spec.dual() ? ChannelClass.STANDARD : ChannelClass.SINGLE_PIPELINE)
        .roleArn(roleArn)
        .logLevel(LogLevel.WARNING)
        .inputSpecification(AttachmentShapes.specification(spec.ladder()))
        .inputAttachments(AttachmentShapes.attachments(spec.source()))
        .destinations(outputs.stream().map(Outputs::destination).toList())
        .encoderSettings(settings(spec, outputs))
        .tags(identity.tags())
        .build();
  }

  /** As it would be made now; its class is for good. */
  UpdateChannelRequest updateChannel(String channelId, Identity identity, EncoderSpec spec) {
    CreateChannelRequest wanted = createChannel(identity, spec);
    return UpdateChannelRequest.builder()
        .channelId(channelId)
        .name(wanted.name())
        .roleArn(wanted.roleArn())
        .logLevel(wanted.logLevel())
        .inputSpecification(wanted.inputSpecification())
        .inputAttachments(wanted.inputAttachments())
        .destinations(wanted.destinations())
        .encoderSettings(wanted.encoderSettings())
        .build();
  }

  private static EncoderSettings settings(EncoderSpec spec, List<Outputs> outputs) {
    Ladder ladder = spec.ladder();
    return EncoderSettings.builder()
        .globalConfiguration(SlateShapes.global(spec.slate()))
        .timecodeConfig(TimecodeConfig.builder().source(TimecodeConfigSource.SYSTEMCLOCK).build())
        .audioDescriptions(ladder.audio().stream().map(RenditionShapes::audio).toList())
        .videoDescriptions(
            ladder.video().stream().map(video -> RenditionShapes.video(ladder, video)).toList())
        .outputGroups(outputs.stream().map(Outputs::group).toList())
        .availConfiguration(
            AvailConfiguration.builder()
                .availSettings(
                    AvailSettings.builder()
                        .scte35SpliceInsert(Scte35SpliceInsert.builder().build())
                        .build())
                .build())
        .thumbnailConfiguration(ThumbnailConfiguration.builder().state(ThumbnailState.AUTO).build())
        .build();
  }

  /** Told to anybody who may read: that a key of a target is another one, and not which. */
  static List<Difference> withoutKeys(List<Difference> differences) {
    return differences.stream()
        .map(
            difference ->
                difference.field().endsWith(STREAM_NAME)
                    ? new Difference(difference.field(), "the target's key", "another one")
                    : difference)
        .toList();
  }

  static EncoderState state(ChannelState state) {
    return switch (state) {
      case CREATING -> EncoderState.CREATING;
      case CREATE_FAILED -> EncoderState.CREATE_FAILED;
      case IDLE -> EncoderState.IDLE;
      case STARTING -> EncoderState.STARTING;
      case RUNNING -> EncoderState.RUNNING;
      case RECOVERING -> EncoderState.RECOVERING;
      case STOPPING -> EncoderState.STOPPING;
      case UPDATING -> EncoderState.UPDATING;
      case UPDATE_FAILED -> EncoderState.UPDATE_FAILED;
      case DELETING, DELETED -> EncoderState.DELETING;
      case UNKNOWN_TO_SDK_VERSION -> EncoderState.UNKNOWN;
    };
  }
}
