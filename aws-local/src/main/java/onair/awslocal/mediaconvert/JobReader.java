package onair.awslocal.mediaconvert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.mediaconvert.model.AudioSelector;
import software.amazon.awssdk.services.mediaconvert.model.AudioSelectorType;
import software.amazon.awssdk.services.mediaconvert.model.Input;
import software.amazon.awssdk.services.mediaconvert.model.InputDeblockFilter;
import software.amazon.awssdk.services.mediaconvert.model.InputDenoiseFilter;
import software.amazon.awssdk.services.mediaconvert.model.InputRotate;
import software.amazon.awssdk.services.mediaconvert.model.JobSettings;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroup;

/** Reads a job's settings, and finds what is wrong with them or not supported here. */
final class JobReader {

  private static final String PATH = "Settings";

  private final Findings findings = new Findings();
  private final JobSettings settings;

  private JobReader(JobSettings settings) {
    this.settings = settings;
  }

  /** 400 with everything that is in the way of running this job here. */
  static JobPlan read(JobSettings settings) {
    return new JobReader(settings).read();
  }

  private JobPlan read() {
    findings.onlyKnown(settings, PATH, Supported.JOB);
    findings.require(settings.inputs().size() == 1, PATH + ".Inputs", "one input is needed");
    findings.require(
        !settings.outputGroups().isEmpty(), PATH + ".OutputGroups", "one group is needed");
    Input input =
        settings.inputs().isEmpty() ? Input.builder().build() : settings.inputs().getFirst();
    S3Location source = source(input);
    int track = track(input);
    Set<String> sounds = new TreeSet<>(input.audioSelectors().keySet());
    List<JobPlan.Group> groups = new ArrayList<>();
    for (int i = 0; i < settings.outputGroups().size(); i++) {
      OutputGroup group = settings.outputGroups().get(i);
      String path = PATH + ".OutputGroups[" + i + "]";
      new GroupReader(findings, path, source, sounds).read(group).ifPresent(groups::add);
    }
    boolean onlyFrames =
        !groups.isEmpty() && groups.stream().allMatch(JobReader::hasNothingButFrames);
    findings.require(
        !onlyFrames, PATH + ".OutputGroups", "a job needs an output other than frame captures");
    findings.refuse();
    return new JobPlan(source, track, groups);
  }

  private S3Location source(Input input) {
    String path = PATH + ".Inputs[0]";
    findings.onlyKnown(input, path, Supported.INPUT);
    findings.onlyKnown(input.videoSelector(), path + ".VideoSelector", Supported.VIDEO_SELECTOR);
    if (input.videoSelector() != null && input.videoSelector().rotate() != null) {
      findings.require(
          input.videoSelector().rotate() == InputRotate.AUTO,
          path + ".VideoSelector.Rotate",
          "only AUTO is supported by the local MediaConvert");
    }
    findings.require(
        input.deblockFilter() != InputDeblockFilter.ENABLED
            && input.denoiseFilter() != InputDenoiseFilter.ENABLED,
        path,
        "filters are not supported by the local MediaConvert");
    return S3Location.parse(input.fileInput())
        .filter(location -> !location.name().isEmpty())
        .orElseGet(
            () -> {
              findings.add(path + ".FileInput", "must be s3://bucket/key");
              return new S3Location("none", "none");
            });
  }

  /** All selectors but the default one are looked at only for what they may not say. */
  private int track(Input input) {
    int track = 0;
    for (Map.Entry<String, AudioSelector> entry : input.audioSelectors().entrySet()) {
      AudioSelector selector = entry.getValue();
      String path = PATH + ".Inputs[0].AudioSelectors[" + entry.getKey() + "]";
      findings.onlyKnown(selector, path, Supported.AUDIO_SELECTOR);
      findings.require(
          selector.selectorType() == null || selector.selectorType() == AudioSelectorType.TRACK,
          path + ".SelectorType",
          "only TRACK is supported by the local MediaConvert");
      findings.require(
          selector.offset() == null || selector.offset() == 0,
          path + ".Offset",
          "only 0 is supported by the local MediaConvert");
      findings.require(
          selector.tracks().size() <= 1,
          path + ".Tracks",
          "one track at most is supported by the local MediaConvert");
      track = selector.tracks().isEmpty() ? track : selector.tracks().getFirst();
    }
    findings.require(
        input.audioSelectors().size() <= 1,
        PATH + ".Inputs[0].AudioSelectors",
        "one selector at most is supported by the local MediaConvert");
    return track;
  }

  private static boolean hasNothingButFrames(JobPlan.Group group) {
    return group instanceof JobPlan.Files files
        && files.files().stream().allMatch(JobPlan.Frames.class::isInstance);
  }
}
