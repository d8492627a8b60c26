package onair.awslocal.media.transcode;

import java.time.Duration;
import java.util.List;

/**
 * What {@link Transcoder#cmaf} wrote into its folder.
 *
 * @param duration of the longest track
 * @param tracks video first, in the order of the spec
 * @param manifests names of the multivariant playlist and the MPD, those asked for
 */
public record CmafSet(Duration duration, List<CmafTrack> tracks, List<String> manifests) {

  public CmafSet {
    tracks = List.copyOf(tracks);
    manifests = List.copyOf(manifests);
  }
}
