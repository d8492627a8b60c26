package onair.awslocal.media.transcode;

import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.VideoRendition;
import org.jspecify.annotations.Nullable;

/**
 * One MP4 file that plays while it is downloaded: its index comes first.
 *
 * @param video null for none; its name plays no part
 * @param audio null for none; its name plays no part. Silent where the source has no sound
 * @param audioTrack index of the source's stream to take the sound from; -1 for its first
 */
public record Mp4Spec(
    @Nullable VideoRendition video, @Nullable AudioRendition audio, int audioTrack) {

  public Mp4Spec {
    if (video == null && audio == null) {
      throw new IllegalArgumentException("neither video nor audio");
    }
  }
}
