package onair.awslocal.medialive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.FeatureActivationsInputPrepareScheduleActions;
import software.amazon.awssdk.services.medialive.model.FeatureActivationsOutputStaticImageOverlayScheduleActions;
import software.amazon.awssdk.services.medialive.model.InputLocation;
import software.amazon.awssdk.services.medialive.model.PipelineId;
import software.amazon.awssdk.services.medialive.model.ScheduleActionSettings;

/** The part of {@link ScheduleRules} about what an action does. */
final class ActionRules {

  private static final List<String> IMAGES = List.of(".png", ".bmp", ".tga");

  private final Channel channel;
  private final Findings findings;

  ActionRules(Channel channel, Findings findings) {
    this.channel = channel;
    this.findings = findings;
  }

  /**
   * @param given the one kind of action it is
   */
  void check(ScheduleActionSettings settings, List<String> given, String path) {
    var switched = settings.inputSwitchSettings();
    var prepared = settings.inputPrepareSettings();
    var paused = settings.pauseStateSettings();
    var image = settings.staticImageActivateSettings();
    var outputImage = settings.staticImageOutputActivateSettings();
    var outputImageOff = settings.staticImageOutputDeactivateSettings();
    if (switched != null) {
      attachment(switched.inputAttachmentNameReference(), path);
      plain(switched.inputClippingSettings(), switched.urlPath(), path);
    } else if (prepared != null) {
      findings.require(
          prepare(), path, "Input prepare actions are not activated in the channel's features");
      if (prepared.inputAttachmentNameReference() != null) {
        attachment(prepared.inputAttachmentNameReference(), path);
      }
      plain(prepared.inputClippingSettings(), prepared.urlPath(), path);
    } else if (paused != null) {
      Set<PipelineId> named = new HashSet<>();
      paused
          .pipelines()
          .forEach(
              pipeline ->
                  findings.require(
                      named.add(pipeline.pipelineId())
                          && (pipeline.pipelineId() == PipelineId.PIPELINE_0
                              || ChannelRow.pipelines(channel.channelClass()) > 1),
                      path,
                      "The channel has no pipeline "
                          + pipeline.pipelineIdAsString()
                          + " to pause"));
    } else if (image != null) {
      picture(image.image(), path);
    } else if (outputImage != null) {
      picture(outputImage.image(), path);
      outputs(outputImage.outputNames(), path);
    } else if (outputImageOff != null) {
      outputs(outputImageOff.outputNames(), path);
    } else if (settings.staticImageDeactivateSettings() == null && !metadata(settings, path)) {
      findings.require(
          SpliceActions.of(settings, Instant.EPOCH).isPresent(),
          path,
          "This machine carries out splice_insert, return_to_network and time_signals of one"
              + " advertisement or placement opportunity, and all other actions but motion graphics"
              + " and SCTE-35 input; not this "
              + given);
    }
  }

  private void attachment(@Nullable String name, String path) {
    findings.require(
        Attachments.named(channel, name).isPresent(),
        path + ".inputAttachmentNameReference",
        "The channel has no input attachment named \"" + name + "\"");
  }

  private void plain(@Nullable Object clipping, List<String> urlPath, String path) {
    findings.require(
        clipping == null && urlPath.isEmpty(),
        path,
        "Inputs are not clipped on this machine, and have no dynamic parts");
  }

  private boolean prepare() {
    var features = channel.encoderSettings().featureActivations();
    return features != null
        && features.inputPrepareScheduleActions()
            == FeatureActivationsInputPrepareScheduleActions.ENABLED;
  }

  private void outputs(List<String> names, String path) {
    var features = channel.encoderSettings().featureActivations();
    findings.require(
        features != null
            && features.outputStaticImageOverlayScheduleActions()
                == FeatureActivationsOutputStaticImageOverlayScheduleActions.ENABLED,
        path,
        "Static image overlays of outputs are not activated in the channel's features");
    findings.require(!names.isEmpty(), path + ".outputNames", "At least one output is required");
    Set<String> known = new HashSet<>();
    channel
        .encoderSettings()
        .outputGroups()
        .forEach(
            group ->
                group.outputs().stream()
                    .filter(output -> output.videoDescriptionName() != null)
                    .forEach(output -> known.add(output.outputName())));
    for (String name : names) {
      findings.require(
          known.contains(name),
          path + ".outputNames",
          "The channel has no output with video named \"" + name + "\"");
    }
  }

  private void picture(@Nullable InputLocation image, String path) {
    String uri = image == null || image.uri() == null ? "" : image.uri();
    String name = uri.replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
    findings.require(
        uri.matches("(s3|s3ssl|http|https)://.+") && IMAGES.stream().anyMatch(name::endsWith),
        path + ".image.uri",
        "The image must be a PNG, BMP or TGA file at s3ssl://, http:// or https://");
  }

  /** Says whether it is such an action. */
  private boolean metadata(ScheduleActionSettings settings, String path) {
    var hls = settings.hlsId3SegmentTaggingSettings();
    var cmaf = settings.id3SegmentTaggingSettings();
    if (settings.hlsTimedMetadataSettings() != null) {
      id3(settings.hlsTimedMetadataSettings().id3(), path);
    } else if (settings.timedMetadataSettings() != null) {
      id3(settings.timedMetadataSettings().id3(), path);
    } else if (hls != null) {
      tag(hls.tag(), hls.id3(), path);
    } else if (cmaf != null) {
      tag(cmaf.tag(), cmaf.id3(), path);
    } else {
      return false;
    }
    return true;
  }

  private void tag(@Nullable String tag, @Nullable String id3, String path) {
    findings.require((tag == null) != (id3 == null), path, "Either a tag or ID3 is required");
    if (id3 != null) {
      id3(id3, path);
    }
  }

  private void id3(@Nullable String base64, String path) {
    boolean valid = false;
    try {
      byte[] bytes = ScheduleCommands.bytes(base64 == null ? "" : base64);
      valid = bytes.length > 10 && new String(bytes, 0, 3, StandardCharsets.US_ASCII).equals("ID3");
    } catch (IllegalArgumentException e) {
      // said below
    }
    findings.require(valid, path + ".id3", "The metadata must be whole ID3 tags in Base64");
  }
}
