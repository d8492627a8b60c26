package onair.awslocal.media.transcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import onair.awslocal.media.mp4.Fragment;
import onair.awslocal.media.mp4.FragmentedMp4;
import onair.awslocal.media.mp4.Track;

/**
 * Cuts what the encoder writes, a fragment per track and GOP, into segments on disk. The first
 * track leads: where a GOP of it begins and its segment is long enough, the segments of all tracks
 * end. The encoder writes the tracks of one GOP in their order, so by then the others have theirs.
 */
final class CmafWriter {

  /** A GOP may be a frame short when the frame rate does not divide it. */
  private static final double NEARLY = 0.95;

  private final CmafSpec spec;
  private final Path folder;
  private final Consumer<Duration> progress;
  private final List<TrackWriter> writers = new ArrayList<>();

  /**
   * @param progress is told up to where the media is written
   */
  CmafWriter(CmafSpec spec, Path folder, Consumer<Duration> progress) {
    this.spec = spec;
    this.folder = folder;
    this.progress = progress;
  }

  /** Reads to the end of the stream. */
  void read(InputStream encoded, Runnable alive) throws IOException {
    FragmentedMp4 mp4 = FragmentedMp4.open(encoded);
    if (mp4 == null) {
      return;
    }
    begin(mp4.tracks());
    for (Fragment fragment = mp4.next(); fragment != null; fragment = mp4.next()) {
      add(fragment);
      alive.run();
    }
    for (TrackWriter writer : writers) {
      writer.endSegment();
    }
  }

  /** What was written; empty tracks, or none at all, when the encoder had nothing. */
  List<CmafTrack> tracks() {
    return writers.stream().map(TrackWriter::track).toList();
  }

  private void begin(List<Track> tracks) throws IOException {
    List<String> names = new ArrayList<>();
    spec.video().forEach(rendition -> names.add(rendition.name()));
    spec.audio().forEach(rendition -> names.add(rendition.name()));
    for (int i = 0; i < tracks.size(); i++) {
      TrackWriter writer = new TrackWriter(new CmafNames(spec), names.get(i), tracks.get(i));
      writer.writeInit();
      writers.add(writer);
    }
  }

  private void add(Fragment fragment) throws IOException {
    TrackWriter writer = writerOf(fragment.trackId());
    if (writer == writers.getFirst()) {
      double enough = spec.segment().toMillis() / 1000.0 * NEARLY;
      if (writer.openSeconds() >= enough) {
        for (TrackWriter each : writers) {
          each.endSegment();
        }
      }
      progress.accept(writer.time(fragment.start() + fragment.duration()));
    }
    writer.add(fragment);
  }

  private TrackWriter writerOf(int trackId) {
    for (TrackWriter writer : writers) {
      if (writer.source.id() == trackId) {
        return writer;
      }
    }
    throw new IllegalStateException("a fragment of track " + trackId + ", which is not declared");
  }

  private final class TrackWriter {

    private final CmafNames names;
    private final String name;
    private final Track source;
    private final List<CmafTrack.Segment> segments = new ArrayList<>();
    private long samples;
    private long start = -1;
    private long duration;
    private long bytes;

    TrackWriter(CmafNames names, String name, Track source) {
      this.names = names;
      this.name = name;
      this.source = source;
    }

    void writeInit() throws IOException {
      Files.write(folder.resolve(names.init(name, source.isVideo())), source.init());
    }

    void add(Fragment fragment) throws IOException {
      Path file = folder.resolve(openFile());
      Files.write(file, fragment.bytes(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      if (start < 0) {
        start = fragment.start();
      }
      duration = fragment.start() + fragment.duration() - start;
      bytes += fragment.bytes().length;
      samples += fragment.samples();
    }

    double openSeconds() {
      return (double) duration / source.timescale();
    }

    Duration time(long ticks) {
      return Duration.ofMillis(ticks * 1000 / source.timescale());
    }

    void endSegment() {
      if (start >= 0) {
        segments.add(new CmafTrack.Segment(openFile(), start, duration, bytes));
      }
      start = -1;
      duration = 0;
      bytes = 0;
    }

    CmafTrack track() {
      long length = segments.stream().mapToLong(CmafTrack.Segment::duration).sum();
      double rate =
          source.isVideo() && length > 0 ? samples * (double) source.timescale() / length : 0;
      return new CmafTrack(
          name,
          names.playlist(name),
          names.init(name, source.isVideo()),
          source.codec(),
          source.width(),
          source.height(),
          rate,
          source.sampleRate(),
          source.channels(),
          source.timescale(),
          segments);
    }

    private String openFile() {
      return names.segment(name, source.isVideo(), "%09d".formatted(segments.size() + 1));
    }
  }
}
