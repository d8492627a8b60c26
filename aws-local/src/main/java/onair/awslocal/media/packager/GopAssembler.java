package onair.awslocal.media.packager;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onair.awslocal.media.mp4.Fragment;
import onair.awslocal.media.mp4.Track;
import org.jspecify.annotations.Nullable;

/**
 * Puts the fragments that an encoder wrote at one keyframe together. It writes them in the order of
 * the tracks, so a set ends with the last track, or where a track comes again or earlier; a track
 * that had nothing to say is left out.
 */
final class GopAssembler {

  private final List<Track> tracks;
  private final @Nullable Fragment[] pending;
  private int last = -1;

  GopAssembler(List<Track> tracks) {
    this.tracks = tracks;
    this.pending = new Fragment[tracks.size()];
  }

  /** The sets that this fragment completes: none, one, or an incomplete one and one. */
  List<List<@Nullable Fragment>> add(Fragment fragment) {
    List<List<@Nullable Fragment>> complete = new ArrayList<>();
    int index = indexOf(fragment.trackId());
    if (index <= last) {
      complete.addAll(flush());
    }
    pending[index] = fragment;
    last = index;
    if (last == pending.length - 1) {
      complete.addAll(flush());
    }
    return complete;
  }

  /** What is there at the end of the stream. */
  List<List<@Nullable Fragment>> flush() {
    if (last < 0) {
      return List.of();
    }
    List<@Nullable Fragment> set = new ArrayList<>(Arrays.asList(pending));
    Arrays.fill(pending, null);
    last = -1;
    return List.of(set);
  }

  private int indexOf(int trackId) {
    for (int i = 0; i < tracks.size(); i++) {
      if (tracks.get(i).id() == trackId) {
        return i;
      }
    }
    throw new IllegalArgumentException("track " + trackId);
  }
}
