package onair.awslocal.medialive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.media.HlsOutput;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.AudioOnlyHlsSegmentType;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.HlsGroupSettings;
import software.amazon.awssdk.services.medialive.model.HlsMode;
import software.amazon.awssdk.services.medialive.model.HlsOutputSettings;
import software.amazon.awssdk.services.medialive.model.HlsSettings;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.OutputGroup;

/**
 * A channel's HLS output groups that this machine writes: live, of fragmented MP4, with pictures
 * and sound in outputs of their own, as MediaLive requires of fragmented MP4, to S3 or MediaStore.
 *
 * @param refused why a group is not written, when one is not
 */
record HlsGroups(List<Group> groups, Optional<String> refused) {

  private static final int DEFAULT_SEGMENT_SECONDS = 10;
  private static final int LONGEST_SEGMENT_SECONDS = 20;
  private static final int DEFAULT_LISTED = 10;
  private static final int DEFAULT_KEPT = 21;

  /**
   * @param modifiers by description: {@code video/<name>} or {@code audio/<name>}
   */
  record Group(HlsDestination to, HlsGroupSettings settings, Map<String, String> modifiers) {}

  private static final String VIDEO = "video/";
  private static final String AUDIO = "audio/";

  /**
   * @param pipeline whose destinations they are
   */
  static HlsGroups of(Channel channel, int pipeline) {
    List<Group> groups = new ArrayList<>();
    String refused = null;
    for (OutputGroup group : channel.encoderSettings().outputGroups()) {
      if (isIn(group)) {
        Group read = read(channel, group, pipeline);
        if (read == null) {
          refused =
              "Of HLS, only live fragmented MP4 to s3ssl:// or mediastoressl://, with segments of"
                  + " at most 20 s and each video and audio in an output of its own, is written";
        } else {
          groups.add(read);
        }
      }
    }
    return new HlsGroups(groups, Optional.ofNullable(refused));
  }

  static boolean isIn(OutputGroup group) {
    return group.outputGroupSettings() != null
        && group.outputGroupSettings().hlsGroupSettings() != null;
  }

  /** Whether no two outputs write the same files. */
  static boolean distinctNames(OutputGroup group) {
    List<String> modifiers =
        group.outputs().stream()
            .map(Output::outputSettings)
            .map(settings -> settings == null ? null : settings.hlsOutputSettings())
            .map(settings -> settings == null ? null : settings.nameModifier())
            .map(modifier -> modifier == null ? "" : modifier)
            .toList();
    return Set.copyOf(modifiers).size() == modifiers.size();
  }

  /** Names of the video descriptions that are written. */
  Set<String> video() {
    return names(VIDEO);
  }

  /** Names of the audio descriptions that are written. */
  Set<String> audio() {
    return names(AUDIO);
  }

  /** What the media plane is to write of these renditions. */
  List<HlsOutput> outputs(Renditions renditions) {
    return groups.stream().map(group -> output(group, renditions)).toList();
  }

  private static HlsOutput output(Group group, Renditions renditions) {
    Map<String, String> modifiers = new HashMap<>();
    group
        .modifiers()
        .forEach(
            (description, modifier) ->
                (description.startsWith(VIDEO)
                        ? renditions.ofVideo(description.substring(VIDEO.length()))
                        : renditions.ofAudio(description.substring(AUDIO.length())))
                    .ifPresent(rendition -> modifiers.put(rendition, modifier)));
    HlsGroupSettings settings = group.settings();
    int listed = Math.max(3, orElse(settings.indexNSegments(), DEFAULT_LISTED));
    return new HlsOutput(
        group.to().store(),
        group.to().bucket(),
        group.to().base(),
        modifiers,
        Duration.ofSeconds(orElse(settings.segmentLength(), DEFAULT_SEGMENT_SECONDS)),
        listed,
        Math.max(listed, orElse(settings.keepSegments(), DEFAULT_KEPT)));
  }

  private static @Nullable Group read(Channel channel, OutputGroup group, int pipeline) {
    HlsGroupSettings settings = group.outputGroupSettings().hlsGroupSettings();
    HlsDestination to =
        channel.destinations().stream()
            .filter(named -> settings.destination().destinationRefId().equals(named.id()))
            .map(OutputDestination::settings)
            .findFirst()
            .filter(pipelines -> pipeline < pipelines.size())
            .map(pipelines -> pipelines.get(pipeline))
            .map(OutputDestinationSettings::url)
            .flatMap(HlsDestination::of)
            .orElse(null);
    boolean live = settings.mode() == null || settings.mode() == HlsMode.LIVE;
    int seconds = orElse(settings.segmentLength(), DEFAULT_SEGMENT_SECONDS);
    Map<String, String> modifiers = new HashMap<>();
    for (Output output : group.outputs()) {
      String description = description(output);
      if (description == null) {
        return null;
      }
      String modifier = output.outputSettings().hlsOutputSettings().nameModifier();
      modifiers.put(description, modifier == null ? "" : modifier);
    }
    return to == null || !live || seconds > LONGEST_SEGMENT_SECONDS
        ? null
        : new Group(to, settings, modifiers);
  }

  /** The one description of an output of fragmented MP4, or null. */
  private static @Nullable String description(Output output) {
    HlsOutputSettings settings =
        output.outputSettings() == null ? null : output.outputSettings().hlsOutputSettings();
    HlsSettings form = settings == null ? null : settings.hlsSettings();
    if (form == null || !isFragmented(form)) {
      return null;
    }
    String picture = output.videoDescriptionName();
    List<String> sound = output.audioDescriptionNames();
    if (picture != null) {
      return sound.isEmpty() ? VIDEO + picture : null;
    }
    return sound.size() == 1 ? AUDIO + sound.getFirst() : null;
  }

  private static boolean isFragmented(HlsSettings form) {
    return form.fmp4HlsSettings() != null
        || form.audioOnlyHlsSettings() != null
            && form.audioOnlyHlsSettings().segmentType() == AudioOnlyHlsSegmentType.FMP4;
  }

  private Set<String> names(String kind) {
    Set<String> names = new HashSet<>();
    for (Group group : groups) {
      for (String description : group.modifiers().keySet()) {
        if (description.startsWith(kind)) {
          names.add(description.substring(kind.length()));
        }
      }
    }
    return names;
  }

  private static int orElse(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }
}
