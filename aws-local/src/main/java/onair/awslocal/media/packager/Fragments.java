package onair.awslocal.media.packager;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.mp4.Fragment;
import org.jspecify.annotations.Nullable;

/** Consecutive fragments of the same tracks as one. */
final class Fragments {

  private Fragments() {}

  /** The sets one after the other, track by track. */
  static List<@Nullable Fragment> joined(
      List<@Nullable Fragment> first, List<@Nullable Fragment> second) {
    List<@Nullable Fragment> joined = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Fragment a = first.get(i);
      Fragment b = second.get(i);
      joined.add(a == null ? b : b == null ? a : joined(a, b));
    }
    return joined;
  }

  private static Fragment joined(Fragment first, Fragment second) {
    byte[] bytes =
        ByteBuffer.allocate(first.bytes().length + second.bytes().length)
            .put(first.bytes())
            .put(second.bytes())
            .array();
    return new Fragment(
        first.trackId(),
        first.start(),
        first.duration() + second.duration(),
        first.samples() + second.samples(),
        first.keyframe(),
        bytes);
  }
}
