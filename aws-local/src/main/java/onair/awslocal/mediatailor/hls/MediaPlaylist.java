package onair.awslocal.mediatailor.hls;

import java.net.URI;
import java.util.List;

/**
 * The playlist of one rendition, complete segments only: tags for low latency are left out.
 *
 * @param version at least 1
 * @param targetDuration seconds
 * @param ended whether no segment will follow
 * @param headers other tags of the whole playlist, such as independent segments
 * @param segments in order; empty when the origin has none yet
 */
public record MediaPlaylist(
    int version,
    int targetDuration,
    long mediaSequence,
    long discontinuitySequence,
    boolean ended,
    List<String> headers,
    List<MediaSegment> segments) {

  public MediaPlaylist {
    headers = List.copyOf(headers);
    segments = List.copyOf(segments);
  }

  /**
   * @param address where it came from; relative addresses are resolved against it
   * @throws MalformedPlaylist when it is no media playlist
   */
  public static MediaPlaylist parse(String text, URI address) throws MalformedPlaylist {
    return new MediaPlaylistReader(address).read(text);
  }
}
