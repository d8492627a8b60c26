package onair.awslocal.media.transcode;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.VideoRendition;

/**
 * One set of fragmented MP4 segments to make, with manifests over it.
 *
 * <p>Files are named by {@code name} and the rendition's name put together, here for {@code index}
 * and {@code _720}: {@code index.m3u8} (multivariant), {@code index.mpd}, {@code index_720.m3u8},
 * {@code index_720init.cmfv}, {@code index_720_000000001.cmfv}; sound ends in {@code .cmfa}.
 *
 * @param name letters, digits, dots, {@code -} and {@code _}
 * @param video renditions with distinct names, all with the same {@code gop} and frame rate; may be
 *     empty if there is audio. A frame rate of 0 is the source's. Pictures are fitted into the
 *     rendition's size with their aspect kept and padded with black; they are scaled up only where
 *     the rendition is larger than the source
 * @param audio renditions with distinct names, distinct from the video ones, each a track of its
 *     own; where the source has no sound they are silent
 * @param segment shortest segment; segments end at the first keyframe at or after it, at the same
 *     moment in all renditions
 * @param manifests which of them to write
 * @param audioTrack index of the source's stream to take the sound from; -1 for its first
 */
public record CmafSpec(
    String name,
    List<VideoRendition> video,
    List<AudioRendition> audio,
    Duration segment,
    Set<Manifest> manifests,
    int audioTrack) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

  /** A way to list the segments. */
  public enum Manifest {
    HLS,
    DASH
  }

  public CmafSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name " + name);
    }
    if (video.isEmpty() && audio.isEmpty()) {
      throw new IllegalArgumentException("no renditions");
    }
    video = List.copyOf(video);
    audio = List.copyOf(audio);
    manifests = Set.copyOf(manifests);
  }

  /** With both manifests and the source's first sound. */
  public static CmafSpec of(
      String name, List<VideoRendition> video, List<AudioRendition> audio, Duration segment) {
    return new CmafSpec(name, video, audio, segment, Set.of(Manifest.values()), -1);
  }
}
