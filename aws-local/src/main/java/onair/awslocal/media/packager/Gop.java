package onair.awslocal.media.packager;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One GOP in all renditions of a run: the unit that is stored, and that segments are made of.
 *
 * @param parts one per rendition, in their order
 */
record Gop(Run run, List<Part> parts) {

  Gop {
    parts = List.copyOf(parts);
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

  Instant begins() {
    return run.instantOf(0, parts.getFirst().start());
  }

  Duration duration() {
    return Run.duration(parts.getFirst().duration(), run.renditions().getFirst().timescale());
  }

  Instant ends() {
    return begins().plus(duration());
  }
}
