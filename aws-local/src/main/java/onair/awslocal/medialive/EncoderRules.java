package onair.awslocal.medialive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.AudioDescription;
import software.amazon.awssdk.services.medialive.model.CaptionDescription;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

/**
 * The part of {@link ChannelRules} about outputs and the descriptions and destinations they name.
 */
final class EncoderRules {

  private final EncoderSettings settings;
  private final Map<String, OutputDestination> destinations;
  private final Set<String> video;
  private final Set<String> audio;
  private final Set<String> captions;
  private final Findings findings;

  private EncoderRules(
      EncoderSettings settings, List<OutputDestination> destinations, Findings findings) {
    this.settings = settings;
    this.destinations = new HashMap<>();
    destinations.forEach(d -> this.destinations.put(String.valueOf(d.id()), d));
    this.video = names(settings.videoDescriptions(), VideoDescription::name);
    this.audio = names(settings.audioDescriptions(), AudioDescription::name);
    this.captions = names(settings.captionDescriptions(), CaptionDescription::name);
    this.findings = findings;
  }

  static void check(
      EncoderSettings settings, List<OutputDestination> destinations, Findings findings) {
    new EncoderRules(settings, destinations, findings).check();
  }

  private void check() {
    findings.require(
        settings.timecodeConfig() != null, "timecodeConfig", "Timecode configuration is required");
    distinct(settings.videoDescriptions(), VideoDescription::name, "videoDescriptions");
    distinct(settings.audioDescriptions(), AudioDescription::name, "audioDescriptions");
    distinct(settings.captionDescriptions(), CaptionDescription::name, "captionDescriptions");
    VideoRules.check(settings.videoDescriptions(), findings);
    List<OutputGroup> groups = settings.outputGroups();
    findings.require(!groups.isEmpty(), "outputGroups", "At least one output group is required");
    distinct(groups, OutputGroup::name, "outputGroups");
    Set<String> outputNames = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      group(groups.get(i), "outputGroups[" + i + "]", outputNames);
    }
  }

  private void group(OutputGroup group, String path, Set<String> outputNames) {
    findings.require(
        group.outputGroupSettings() != null && kinds(group) == 1,
        path + ".outputGroupSettings",
        "Exactly one kind of output group settings is required");
    References.inside(
        group, path, (where, reference) -> destination(reference.destinationRefId(), where, group));
    findings.require(
        !group.outputs().isEmpty(), path + ".outputs", "At least one output is required");
    for (int i = 0; i < group.outputs().size(); i++) {
      output(group.outputs().get(i), path + ".outputs[" + i + "]", outputNames);
    }
    if (HlsGroups.isIn(group)) {
      findings.require(
          HlsGroups.distinctNames(group),
          path + ".outputs",
          "Each output of an HLS output group needs a name modifier of its own");
    }
    if (MediaPackageOutput.isIn(group)) {
      VideoRules.sameGop(settings.videoDescriptions(), group, path, findings);
    }
  }

  private static long kinds(OutputGroup group) {
    var kinds = group.outputGroupSettings();
    return kinds.sdkFields().stream().filter(f -> f.getValueOrDefault(kinds) != null).count();
  }

  private void destination(@Nullable String id, String path, OutputGroup group) {
    OutputDestination destination = destinations.get(String.valueOf(id));
    findings.require(
        destination != null, path, "Object references undefined destination \"" + id + "\"");
    findings.require(
        destination == null
            || MediaPackageOutput.isIn(group) != destination.mediaPackageSettings().isEmpty(),
        path,
        "Destination \"" + id + "\" is not of the kind this output group needs");
  }

  private void output(Output output, String path, Set<String> outputNames) {
    String name = output.outputName();
    findings.require(
        name == null || outputNames.add(name),
        path + ".outputName",
        "Duplicate output name \"" + name + "\"");
    String picture = output.videoDescriptionName();
    findings.require(
        picture != null
            || !output.audioDescriptionNames().isEmpty()
            || !output.captionDescriptionNames().isEmpty(),
        path,
        "An output needs a video, audio or caption description");
    defined(
        picture == null ? List.of() : List.of(picture),
        video,
        "video",
        path + ".videoDescriptionName");
    defined(output.audioDescriptionNames(), audio, "audio", path + ".audioDescriptionNames");
    new PushRules(destinations, findings).check(output, path + ".outputSettings");
    defined(
        output.captionDescriptionNames(), captions, "caption", path + ".captionDescriptionNames");
  }

  private void defined(List<String> named, Set<String> known, String kind, String path) {
    for (String name : named) {
      findings.require(
          known.contains(name),
          path,
          "Object references undefined " + kind + " description \"" + name + "\"");
    }
  }

  private <T> void distinct(List<T> items, Function<T, String> name, String path) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      String value = name.apply(items.get(i));
      findings.require(
          value == null || seen.add(value),
          path + "[" + i + "].name",
          "Duplicate name \"" + value + "\"");
    }
  }

  private static <T> Set<String> names(List<T> items, Function<T, String> name) {
    return items.stream()
        .map(name)
        .flatMap(Stream::ofNullable)
        .collect(Collectors.toUnmodifiableSet());
  }
}
