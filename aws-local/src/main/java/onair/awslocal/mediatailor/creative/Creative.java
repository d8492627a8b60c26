package onair.awslocal.mediatailor.creative;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import onair.awslocal.media.mp4.DecodeTimes;
import onair.awslocal.media.transcode.CmafSet;
import onair.awslocal.media.transcode.CmafTrack;

/** An ad or slate, ready for one ladder. All its tracks have the same number of segments. */
public final class Creative {

  private static final long NANOS = 1_000_000_000L;

  /** What is shorter than this at the end is the rest of an audio frame. */
  private static final Duration CRUMB = Duration.ofMillis(100);

  private final Path folder;
  private final List<CmafTrack> tracks;
  private final int segments;

  /**
   * @param tracks by the index of the rendition
   */
  private Creative(Path folder, List<CmafTrack> tracks, int segments) {
    this.folder = folder;
    this.tracks = List.copyOf(tracks);
    this.segments = segments;
  }

  static Creative of(Path folder, CmafSet set, AdLadder ladder) {
    List<CmafTrack> byRendition =
        IntStream.range(0, ladder.rungs().size())
            .mapToObj(
                i ->
                    set.tracks().stream()
                        .filter(track -> track.name().equals(AdLadder.name(i)))
                        .findFirst()
                        .orElseThrow())
            .toList();
    CmafTrack lead = set.tracks().getFirst();
    int count = lead.segments().size();
    while (count > 1 && duration(lead, count - 1).compareTo(CRUMB) < 0) {
      count--;
    }
    return new Creative(folder, byRendition, count);
  }

  public int segments() {
    return segments;
  }

  /** Of one segment in one rendition. */
  public Duration duration(int rendition, int segment) {
    return duration(tracks.get(rendition), segment);
  }

  /** Of everything, in one rendition. */
  public Duration duration(int rendition) {
    Duration sum = Duration.ZERO;
    for (int i = 0; i < segments; i++) {
      sum = sum.plus(duration(rendition, i));
    }
    return sum;
  }

  /** When its first segment begins on its own clock, in one rendition. */
  public Duration start(int rendition) {
    CmafTrack track = tracks.get(rendition);
    return Headers.time(track.segments().getFirst().start(), track.timescale());
  }

  public boolean isVideo(int rendition) {
    return tracks.get(rendition).isVideo();
  }

  /** The file that players need before segments of a rendition. */
  public Optional<byte[]> header(int rendition) throws IOException {
    return rendition >= tracks.size()
        ? Optional.empty()
        : Optional.of(Files.readAllBytes(folder.resolve(tracks.get(rendition).init())));
  }

  /**
   * A segment.
   *
   * @param later how much later than its own time it is played
   */
  public Optional<byte[]> segment(int rendition, int segment, Duration later) throws IOException {
    if (rendition >= tracks.size() || segment < 0 || segment >= segments) {
      return Optional.empty();
    }
    CmafTrack track = tracks.get(rendition);
    byte[] bytes = Files.readAllBytes(folder.resolve(track.segments().get(segment).file()));
    long ticks =
        Math.multiplyExact(later.toSeconds(), track.timescale())
            + later.toNanosPart() * track.timescale() / NANOS;
    return Optional.of(DecodeTimes.shifted(bytes, ticks));
  }

  private static Duration duration(CmafTrack track, int segment) {
    return Headers.time(track.segments().get(segment).duration(), track.timescale());
  }
}
