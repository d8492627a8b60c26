package onair.awslocal.mediaconvert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.awslocal.events.EventPublisher;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.transcode.MediaProbe.Media;
import onair.awslocal.mediaconvert.GroupResult.OutputResult;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobPhase;

/**
 * Tells EventBridge how jobs go on. Source: MediaConvert user guide, "Using EventBridge with
 * MediaConvert". COMPLETE names every file that a player or a person begins with, which GetJob does
 * not.
 */
final class JobEvents {

  private final EventPublisher events;
  private final Lifecycle life;

  JobEvents(EventPublisher events, Lifecycle life) {
    this.events = events;
    this.life = life;
  }

  void progressing(JobRow row) {
    publish(row, "PROGRESSING", Map.of());
  }

  void canceled(JobRow row) {
    publish(row, "CANCELED", Map.of());
  }

  void error(JobRow row) {
    Job job = row.resource();
    publish(row, "ERROR", Map.of("errorCode", job.errorCode(), "errorMessage", job.errorMessage()));
  }

  void inputInformation(JobRow row, S3Location input, Media media) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("id", 0);
    details.put("uri", input.toString());
    details.put(
        "video",
        media.video().stream()
            .map(
                video ->
                    Map.of(
                        "streamId", video.index() + 1,
                        "width", video.width(),
                        "height", video.height(),
                        "codec", video.codec(),
                        "frameRate",
                            (double) video.frameRateNumerator() / video.frameRateDenominator()))
            .toList());
    details.put(
        "audio",
        media.audio().stream()
            .map(
                audio ->
                    Map.of(
                        "streamId", audio.index() + 1,
                        "codec", audio.codec(),
                        "channels", audio.channels(),
                        "sampleRate", audio.sampleRate(),
                        "language", audio.language()))
            .toList());
    publish(row, "INPUT_INFORMATION", Map.of("inputDetails", List.of(details)));
  }

  void statusUpdate(JobRow row, JobPhase phase, int percent) {
    publish(
        row,
        "STATUS_UPDATE",
        Map.of(
            "jobProgress",
            Map.of(
                "jobPercentComplete",
                percent,
                "currentPhase",
                phase.toString(),
                "retryCount",
                0,
                "phaseProgress",
                phases(phase, percent))));
  }

  private static Map<String, Object> phases(JobPhase current, int percent) {
    Map<String, Object> phases = new LinkedHashMap<>();
    for (JobPhase phase : List.of(JobPhase.PROBING, JobPhase.TRANSCODING, JobPhase.UPLOADING)) {
      int order = phase.compareTo(current);
      String status = order < 0 ? "COMPLETE" : order == 0 ? "PROGRESSING" : "PENDING";
      int share = order < 0 ? 100 : order == 0 ? percent : 0;
      phases.put(phase.toString(), Map.of("status", status, "percentComplete", share));
    }
    return phases;
  }

  void complete(JobRow row, List<GroupResult> results) {
    publish(
        row,
        "COMPLETE",
        Map.of("outputGroupDetails", results.stream().map(JobEvents::group).toList()));
  }

  private static Map<String, Object> group(GroupResult result) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("outputDetails", result.outputs().stream().map(JobEvents::output).toList());
    group.put("type", result.type());
    if (!result.playlists().isEmpty()) {
      group.put("playlistFilePaths", texts(result.playlists()));
    }
    return group;
  }

  private static Map<String, Object> output(OutputResult result) {
    Map<String, Object> output = new LinkedHashMap<>();
    if (!result.paths().isEmpty()) {
      output.put("outputFilePaths", texts(result.paths()));
    }
    output.put("durationInMs", result.duration().toMillis());
    if (result.width() > 0) {
      output.put(
          "videoDetails", Map.of("widthInPx", result.width(), "heightInPx", result.height()));
    }
    return output;
  }

  private static List<String> texts(List<S3Location> locations) {
    List<String> texts = new ArrayList<>();
    locations.forEach(location -> texts.add(location.toString()));
    return texts;
  }

  private void publish(JobRow row, String status, Map<String, ?> more) {
    Job job = row.resource();
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("timestamp", life.now().toEpochMilli());
    detail.put("accountId", row.scope().accountId());
    detail.put("queue", job.queue());
    detail.put("jobId", job.id());
    detail.put("status", status);
    detail.put("userMetadata", job.userMetadata());
    detail.putAll(more);
    events.publish("aws.mediaconvert", "MediaConvert Job State Change", List.of(job.arn()), detail);
  }
}
