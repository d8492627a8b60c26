package onair.awslocal.mediatailor.creative;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

  public boolean isVideo(int rendition) {
    return tracks.get(rendition).isVideo();
  }

  /** The bytes of a segment's or, below zero, the header's file. */
  public Optional<byte[]> read(int rendition, int segment) throws IOException {
    if (rendition >= tracks.size() || segment >= segments) {
      return Optional.empty();
    }
    CmafTrack track = tracks.get(rendition);
    String file = segment < 0 ? track.init() : track.segments().get(segment).file();
    return Optional.of(Files.readAllBytes(folder.resolve(file)));
  }

  private static Duration duration(CmafTrack track, int segment) {
    long ticks = track.segments().get(segment).duration();
    return Duration.ofSeconds(
        ticks / track.timescale(), ticks % track.timescale() * NANOS / track.timescale());
  }
}
