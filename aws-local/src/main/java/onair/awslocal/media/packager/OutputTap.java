package onair.awslocal.media.packager;

import java.util.List;
import onair.awslocal.media.mp4.Fragment;
import onair.awslocal.media.mp4.Track;

/** Is given what an encoder makes while it makes it. Must never block. */
public interface OutputTap {

  /**
   * A process has begun.
   *
   * @param whole header of all tracks as one fragmented MP4
   * @param tracks in their order
   */
  void header(byte[] whole, List<Track> tracks);

  /**
   * One track's share of a GOP, or of a chunk of one.
   *
   * @param track its place among the tracks
   */
  void fragment(int track, Fragment fragment);
}
