package onair.awslocal.mediaconvert;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import onair.awslocal.media.transcode.CmafSpec.Manifest;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconvert.model.CmafGroupSettings;
import software.amazon.awssdk.services.mediaconvert.model.CmafImageBasedTrickPlay;
import software.amazon.awssdk.services.mediaconvert.model.CmafManifestCompression;
import software.amazon.awssdk.services.mediaconvert.model.CmafMpdProfile;
import software.amazon.awssdk.services.mediaconvert.model.CmafSegmentControl;
import software.amazon.awssdk.services.mediaconvert.model.CmafWriteDASHManifest;
import software.amazon.awssdk.services.mediaconvert.model.CmafWriteHLSManifest;
import software.amazon.awssdk.services.mediaconvert.model.ContainerSettings;
import software.amazon.awssdk.services.mediaconvert.model.ContainerType;
import software.amazon.awssdk.services.mediaconvert.model.FileGroupSettings;
import software.amazon.awssdk.services.mediaconvert.model.Output;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroup;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroupSettings;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroupType;
import software.amazon.awssdk.services.mediaconvert.model.VideoCodec;
import software.amazon.awssdk.services.mediaconvert.model.VideoDescription;

/** Reads one output group. */
final class GroupReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
  private static final int DEFAULT_SEGMENT_SECONDS = 10;

  private final Findings findings;
  private final String path;
  private final S3Location source;
  private final OutputReader outputs;

  /**
   * @param source gives a destination that is a folder the name of its files
   * @param sounds names of the input's audio selectors
   */
  GroupReader(Findings findings, String path, S3Location source, Set<String> sounds) {
    this.findings = findings;
    this.path = path;
    this.source = source;
    this.outputs = new OutputReader(findings, sounds);
  }

  Optional<JobPlan.Group> read(OutputGroup group) {
    findings.onlyKnown(group, path, Supported.GROUP);
    findings.require(!group.outputs().isEmpty(), path + ".Outputs", "one output is needed");
    OutputGroupSettings settings = group.outputGroupSettings();
    OutputGroupType type = settings == null ? null : settings.type();
    if (settings != null && type == OutputGroupType.CMAF_GROUP_SETTINGS) {
      findings.onlyKnown(
          settings, path + ".OutputGroupSettings", Set.of("Type", "CmafGroupSettings"));
      return Optional.ofNullable(settings.cmafGroupSettings())
          .<JobPlan.Group>map(cmaf -> cmaf(cmaf, group.outputs()))
          .or(() -> missing("CmafGroupSettings"));
    }
    if (settings != null && type == OutputGroupType.FILE_GROUP_SETTINGS) {
      findings.onlyKnown(
          settings, path + ".OutputGroupSettings", Set.of("Type", "FileGroupSettings"));
      return Optional.ofNullable(settings.fileGroupSettings())
          .<JobPlan.Group>map(files -> files(files, group.outputs()))
          .or(() -> missing("FileGroupSettings"));
    }
    findings.add(
        path + ".OutputGroupSettings.Type",
        "only CMAF_GROUP_SETTINGS and FILE_GROUP_SETTINGS are supported by the local MediaConvert");
    return Optional.empty();
  }

  private Optional<JobPlan.Group> missing(String member) {
    findings.add(path + ".OutputGroupSettings." + member, "is required for this type");
    return Optional.empty();
  }

  private JobPlan.Cmaf cmaf(CmafGroupSettings settings, List<Output> all) {
    String at = path + ".OutputGroupSettings.CmafGroupSettings";
    findings.onlyKnown(settings, at, Supported.CMAF);
    require(at + ".SegmentControl", settings.segmentControl(), CmafSegmentControl.SEGMENTED_FILES);
    require(
        at + ".ManifestCompression", settings.manifestCompression(), CmafManifestCompression.NONE);
    require(at + ".MpdProfile", settings.mpdProfile(), CmafMpdProfile.MAIN_PROFILE);
    require(
        at + ".ImageBasedTrickPlay", settings.imageBasedTrickPlay(), CmafImageBasedTrickPlay.NONE);
    List<VideoPlan> video = new ArrayList<>();
    List<AudioPlan> audio = new ArrayList<>();
    Set<String> modifiers = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      Output output = all.get(i);
      String place = path + ".Outputs[" + i + "]";
      String modifier = modifier(output, place, true);
      findings.require(modifiers.add(modifier), place + ".NameModifier", "is used twice");
      container(output, place, ContainerType.CMFC);
      if (output.videoDescription() != null && output.audioDescriptions().isEmpty()) {
        outputs.video(output.videoDescription(), modifier, place).ifPresent(video::add);
      } else if (output.videoDescription() == null && output.audioDescriptions().size() == 1) {
        outputs.audio(output.audioDescriptions().getFirst(), modifier, place).ifPresent(audio::add);
      } else {
        findings.add(place, "a CMAF output has a VideoDescription or one AudioDescription");
      }
    }
    boolean aligned =
        video.stream()
                .map(v -> List.of(v.gop(), v.rateNumerator(), v.rateDenominator()))
                .distinct()
                .count()
            <= 1;
    findings.require(
        aligned, path + ".Outputs", "all video outputs need the same GOP and frame rate");
    return new JobPlan.Cmaf(
        destination(settings.destination(), at),
        video,
        audio,
        settings.segmentLength() == null ? DEFAULT_SEGMENT_SECONDS : settings.segmentLength(),
        manifests(settings));
  }

  private static Set<Manifest> manifests(CmafGroupSettings settings) {
    Set<Manifest> manifests = EnumSet.allOf(Manifest.class);
    if (settings.writeHlsManifest() == CmafWriteHLSManifest.DISABLED) {
      manifests.remove(Manifest.HLS);
    }
    if (settings.writeDashManifest() == CmafWriteDASHManifest.DISABLED) {
      manifests.remove(Manifest.DASH);
    }
    return manifests;
  }

  private JobPlan.Files files(FileGroupSettings settings, List<Output> all) {
    String at = path + ".OutputGroupSettings.FileGroupSettings";
    findings.onlyKnown(settings, at, Supported.FILES);
    List<JobPlan.File> files = new ArrayList<>();
    Set<String> modifiers = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      Output output = all.get(i);
      String place = path + ".Outputs[" + i + "]";
      String modifier = modifier(output, place, false);
      findings.require(modifiers.add(modifier), place + ".NameModifier", "is used twice");
      VideoDescription video = output.videoDescription();
      boolean frames =
          video != null
              && video.codecSettings() != null
              && video.codecSettings().codec() == VideoCodec.FRAME_CAPTURE;
      container(output, place, frames ? ContainerType.RAW : ContainerType.MP4);
      if (video != null && frames) {
        findings.require(
            output.audioDescriptions().isEmpty(), place, "frame captures have no sound");
        outputs.frames(video, modifier, place).ifPresent(files::add);
      } else {
        mp4(output, modifier, place).ifPresent(files::add);
      }
    }
    return new JobPlan.Files(destination(settings.destination(), at), files);
  }

  private Optional<JobPlan.File> mp4(Output output, String modifier, String place) {
    findings.require(
        output.audioDescriptions().size() <= 1,
        place + ".AudioDescriptions",
        "one at most is supported by the local MediaConvert");
    VideoPlan video =
        output.videoDescription() == null
            ? null
            : outputs.video(output.videoDescription(), modifier, place).orElse(null);
    AudioPlan audio =
        output.audioDescriptions().isEmpty()
            ? null
            : outputs.audio(output.audioDescriptions().getFirst(), modifier, place).orElse(null);
    if (video == null && audio == null) {
      findings.require(
          output.videoDescription() != null || !output.audioDescriptions().isEmpty(),
          place,
          "an output has a VideoDescription or an AudioDescription");
      return Optional.empty();
    }
    String extension = output.extension() == null ? "mp4" : output.extension();
    findings.require(
        NAME.matcher(extension).matches(), place + ".Extension", "is no file extension");
    return Optional.of(new JobPlan.Mp4(modifier + "." + extension, video, audio));
  }

  private void container(Output output, String place, ContainerType wanted) {
    ContainerSettings settings = output.containerSettings();
    findings.onlyKnown(settings, place + ".ContainerSettings", Supported.CONTAINER);
    findings.require(
        settings != null && settings.container() == wanted,
        place + ".ContainerSettings.Container",
        "must be " + wanted + " here for the local MediaConvert");
  }

  private String modifier(Output output, String place, boolean required) {
    String modifier = output.nameModifier();
    if (modifier == null) {
      findings.require(!required, place + ".NameModifier", "is required in this group");
      return "";
    }
    findings.require(
        NAME.matcher(modifier).matches(),
        place + ".NameModifier",
        "only letters, digits, dots, hyphens and underscores are supported by the local MediaConvert");
    return modifier;
  }

  /** One that ends with a slash gets the input's name. */
  private S3Location destination(@Nullable String text, String at) {
    Optional<S3Location> location =
        S3Location.parse(text)
            .map(found -> found.name().isEmpty() ? found.sibling(source.baseName()) : found);
    if (location.isEmpty()) {
      findings.add(at + ".Destination", "must be s3://bucket/key");
      return source;
    }
    findings.require(
        NAME.matcher(location.get().name()).matches(),
        at + ".Destination",
        "its last part, or the input's name, may have only letters, digits, dots, hyphens and underscores for the local MediaConvert");
    return location.get();
  }

  private void require(String at, @Nullable Object given, Object only) {
    findings.require(
        given == null || given == only,
        at,
        "only " + only + " is supported by the local MediaConvert");
  }
}
