package onair.awslocal.media;

import java.time.Duration;
import java.util.Map;

/**
 * A folder of objects that a channel keeps as a live HLS programme of fragmented MP4.
 *
 * @param store which objects
 * @param bucket bucket's name, or container's id
 * @param base key of the multivariant playlist without its ending, such as {@code live/ch/index}
 * @param modifiers what distinguishes each rendition's files, by its name; a rendition that is not
 *     here is not written
 * @param segment shortest length of a segment
 * @param listed how many segments playlists list
 * @param kept how many segments there are before the oldest is deleted; at least {@code listed}
 */
public record HlsOutput(
    Store store,
    String bucket,
    String base,
    Map<String, String> modifiers,
    Duration segment,
    int listed,
    int kept) {

  /** Who keeps the objects. */
  public enum Store {
    S3,
    MEDIASTORE
  }

  public HlsOutput {
    modifiers = Map.copyOf(modifiers);
  }
}
