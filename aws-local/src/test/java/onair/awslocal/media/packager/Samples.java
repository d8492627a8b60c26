package onair.awslocal.media.packager;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.mp4.Track;

/** Runs, GOPs and segments without any media. */
final class Samples {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final Rendition HIGH = video("720p", 1, 1280, 720, 3_000_000);
  static final Rendition LOW = video("360p", 2, 640, 360, 800_000);
  static final Rendition AUDIO =
      new Rendition(
          "audio", 128_000, new Track(3, 48_000, "mp4a.40.2", 0, 0, 48_000, 2, new byte[1]));

  private Samples() {}

  static Rendition video(String name, int id, int width, int height, int bits) {
    Track track = new Track(id, 90_000, "avc1.4d401f", width, height, 0, 0, new byte[1]);
    return new Rendition(name, bits, track);
  }

  /** A run of the whole ladder that begins this long after noon. */
  static Run run(long id, Duration afterNoon) {
    return new Run(id, NOON.plus(afterNoon), 90_000, List.of(HIGH, LOW, AUDIO));
  }

  /** The GOP of this index, two seconds long, with a byte for each bit per second declared. */
  static Gop gop(Run run, int index) {
    return gop(run, index, 2);
  }

  static Gop gop(Run run, int index, int seconds) {
    List<Gop.Part> parts = new ArrayList<>();
    for (Rendition rendition : run.renditions()) {
      long scale = rendition.timescale();
      long start = scale + index * scale * seconds;
      int frames = (int) (rendition.isVideo() ? 30L * seconds : scale * seconds / 1024);
      int size = rendition.bitsPerSecond() / 8 * seconds;
      parts.add(new Gop.Part(start, scale * seconds, frames, Path.of("unused"), size));
    }
    return new Gop(run, parts);
  }

  static Segment segment(long number, long discontinuity, Run run, int index) {
    return new Segment(number, discontinuity, List.of(gop(run, index)));
  }

  static Window window(Segment... segments) {
    return new Window(List.of(segments), Duration.ofSeconds(2));
  }

  /** The same GOP with nothing in one rendition. */
  static Gop without(int rendition, Gop gop) {
    List<Gop.Part> parts = new ArrayList<>(gop.parts());
    Gop.Part part = parts.get(rendition);
    parts.set(rendition, new Gop.Part(part.start(), part.duration(), 0, Path.of("unused"), 0));
    return new Gop(gop.run(), parts);
  }
}
