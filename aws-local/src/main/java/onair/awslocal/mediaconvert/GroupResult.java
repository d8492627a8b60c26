package onair.awslocal.mediaconvert;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.mediaconvert.model.OutputDetail;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroupDetail;

/**
 * What a group has become, before it is in the store.
 *
 * @param type as events name it, such as {@code CMAF_GROUP}
 * @param files to write, in this order: what others refer to comes first
 * @param playlists addresses of the manifests that name all others
 * @param outputs in the order of the job's
 */
record GroupResult(
    String type, List<Made> files, List<S3Location> playlists, List<OutputResult> outputs) {

  GroupResult {
    files = List.copyOf(files);
    playlists = List.copyOf(playlists);
    outputs = List.copyOf(outputs);
  }

  /** A file and where it goes. */
  record Made(Path file, S3Location location, String contentType) {}

  /**
   * One output.
   *
   * @param width pixels; 0 without pictures
   * @param height pixels; 0 without pictures
   * @param paths as events name them; empty where they name the group's playlists
   */
  record OutputResult(Duration duration, int width, int height, List<S3Location> paths) {

    OutputResult {
      paths = List.copyOf(paths);
    }

    private OutputDetail detail() {
      OutputDetail.Builder detail = OutputDetail.builder().durationInMs((int) duration.toMillis());
      if (width > 0) {
        detail.videoDetails(video -> video.widthInPx(width).heightInPx(height));
      }
      return detail.build();
    }
  }

  OutputGroupDetail details() {
    return OutputGroupDetail.builder()
        .outputDetails(outputs.stream().map(OutputResult::detail).toList())
        .build();
  }
}
