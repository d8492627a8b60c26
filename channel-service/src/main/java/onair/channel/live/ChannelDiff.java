package onair.channel.live;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be made anew because the wish changed since it was made; pure. That those who watch
 * can stand it was decided when the wish was taken, by {@link EditRules}; replacing is the same
 * path as making.
 */
final class ChannelDiff {

  /** What depends on the spec. */
  enum Part {
    /** The encoder carries the ladder, its pace, the slate and whom it pushes to. */
    ENCODER,
    /** The endpoint carries how long segments are, and which of them viewers are told of. */
    ENDPOINT,
    /** How far back viewers may go, which an endpoint that serves them takes anew. */
    WINDOW,
    /** The input, and what stands before it, carries the protocol and the key. */
    INPUT,
    /** Everything from the encoder's output on: another packager altogether. */
    PACKAGING
  }

  private ChannelDiff() {}

  /**
   * @param built what is there was made from; absent when nothing is
   */
  static Set<Part> between(ChannelSpec wanted, @Nullable ChannelSpec built) {
    var parts = EnumSet.noneOf(Part.class);
    if (built == null) {
      return parts;
    }
    if (!wanted.encoding().ladder().equals(built.encoding().ladder())
        || !Objects.equals(wanted.encoding().own(), built.encoding().own())
        || !Objects.equals(wanted.encoding().slate(), built.encoding().slate())
        || !wanted.targets().equals(built.targets())) {
      parts.add(Part.ENCODER);
    }
    packaging(wanted, built, parts);
    if (!wanted.ingest().equals(built.ingest())
        || !wanted.encoding().pipelines().equals(built.encoding().pipelines())) {
      // The encoder holds the input, so neither can be replaced alone.
      parts.add(Part.INPUT);
      parts.add(Part.ENCODER);
    }
    return parts;
  }

  private static void packaging(ChannelSpec wanted, ChannelSpec built, Set<Part> parts) {
    PackagingSpec to = wanted.packaging();
    PackagingSpec from = built.packaging();
    if (!to.origin().equals(from.origin()) || !Objects.equals(to.packager(), from.packager())) {
      parts.add(Part.PACKAGING);
      parts.add(Part.ENCODER);
    } else if (!to.equals(from) || wanted.record() != built.record()) {
      boolean onlyWindow = to.equals(from.dvrWindow(to.dvrWindowSeconds()));
      parts.add(to.stored() ? Part.ENCODER : onlyWindow ? Part.WINDOW : Part.ENDPOINT);
    }
    if (!to.latency().equals(from.latency())) {
      parts.add(Part.ENCODER);
    }
  }
}
