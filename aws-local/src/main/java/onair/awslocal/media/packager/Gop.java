package onair.awslocal.media.packager;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One GOP in all renditions of a run, or a chunk of one: the unit that is stored, and that segments
 * are made of.
 *
 * @param parts one per rendition, in their order
 * @param cues breaks that begin or end where it begins, in their order; a segment begins there too
 * @param avail the break it is part of; null outside
 * @param tags metadata that goes with it
 * @param independent whether it begins with a keyframe, so that a segment may, too
 * @param last whether a keyframe is due behind it, so that a segment may end here
 */
record Gop(
    Run run,
    List<Part> parts,
    List<Cue> cues,
    @Nullable Avail avail,
    Tags tags,
    boolean independent,
    boolean last) {

  private static final long PTS_RATE = 90_000;
  private static final long PTS_MASK = (1L << 33) - 1;

  Gop {
    parts = List.copyOf(parts);
    cues = List.copyOf(cues);
  }

  /** A whole one as it comes from the encoder. */
  Gop(Run run, List<Part> parts) {
    this(run, parts, true, true);
  }

  /** A chunk as it comes from the encoder. */
  Gop(Run run, List<Part> parts, boolean independent, boolean last) {
    this(run, parts, List.of(), null, Tags.NONE, independent, last);
  }

  /** Without metadata. */
  Gop(Run run, List<Part> parts, List<Cue> cues, @Nullable Avail avail) {
    this(run, parts, cues, avail, Tags.NONE, true, true);
  }

  Gop with(List<Cue> cues, @Nullable Avail avail) {
    return new Gop(run, parts, cues, avail, tags, independent, last);
  }

  Gop with(Tags tags) {
    return new Gop(run, parts, cues, avail, tags, independent, last);
  }

  /**
   * One rendition's share.
   *
   * @param start in the rendition's timescale
   * @param duration in the rendition's timescale
   * @param samples how many frames; 0 when the encoder had none
   * @param file where the bytes are; there is none when {@code size} is 0
   * @param size bytes
   */
  record Part(long start, long duration, int samples, Path file, int size) {}

  /** When it begins on the clock of SCTE-35 and of transport streams: 90 kHz, 33 bits. */
  long pts() {
    long timescale = run.renditions().getFirst().timescale();
    return Run.rescale(parts.getFirst().start(), timescale, PTS_RATE) & PTS_MASK;
  }

  Instant begins() {
    return run.instantOf(0, parts.getFirst().start());
  }

  Duration duration() {
    return Run.duration(parts.getFirst().duration(), run.renditions().getFirst().timescale());
  }

  /** Length of the rendition that lasts longest. */
  Duration longest() {
    Duration longest = Duration.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      Duration each = Run.duration(parts.get(i).duration(), run.renditions().get(i).timescale());
      longest = each.compareTo(longest) > 0 ? each : longest;
    }
    return longest;
  }

  Instant ends() {
    return begins().plus(duration());
  }
}
