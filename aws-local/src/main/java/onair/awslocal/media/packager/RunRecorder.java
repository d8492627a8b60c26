package onair.awslocal.media.packager;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.mp4.Fragment;
import onair.awslocal.media.mp4.Track;
import onair.awslocal.media.packager.Gop.Part;
import org.jspecify.annotations.Nullable;

/** Writes one run's fragments to disk and tells the channel about each complete GOP. */
final class RunRecorder {

  private final long id;
  private final Instant start;
  private final List<Rendition> renditions;
  private final GopFiles files;
  private final GopAssembler assembler;
  private final long[] ends;
  private @Nullable Run run;
  private long sequence;

  RunRecorder(long id, Instant start, List<Rendition> renditions, GopFiles files) {
    this.id = id;
    this.start = start;
    this.renditions = renditions;
    this.files = files;
    List<Track> tracks = renditions.stream().map(Rendition::track).toList();
    this.assembler = new GopAssembler(tracks);
    this.ends = new long[renditions.size()];
  }

  /** The GOPs that this fragment completes; they are on disk. */
  List<Gop> add(Fragment fragment) throws IOException {
    return store(assembler.add(fragment));
  }

  /** The last, incomplete one, if any. */
  List<Gop> finish() throws IOException {
    return store(assembler.flush());
  }

  private List<Gop> store(List<List<@Nullable Fragment>> sets) throws IOException {
    List<Gop> gops = new ArrayList<>();
    for (List<@Nullable Fragment> set : sets) {
      gops.add(store(sequence++, set));
    }
    return gops;
  }

  private Gop store(long number, List<@Nullable Fragment> set) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      Fragment fragment = set.get(i);
      Part part = fragment == null ? gap(i, set) : part(i, number, fragment);
      ends[i] = part.start() + part.duration();
      parts.add(part);
    }
    if (run == null) {
      run = new Run(id, start, parts.getFirst().start(), renditions);
    }
    return new Gop(run, parts);
  }

  private Part part(int index, long number, Fragment fragment) throws IOException {
    var file = files.write(id, renditions.get(index).name(), number, fragment.bytes());
    return new Part(
        fragment.start(), fragment.duration(), fragment.samples(), file, fragment.bytes().length);
  }

  /** A rendition without frames keeps its place in time: it lasts as long as another one. */
  private Part gap(int index, List<@Nullable Fragment> set) {
    long duration = 0;
    for (int i = 0; i < set.size() && duration == 0; i++) {
      Fragment other = set.get(i);
      if (other != null) {
        long timescale = renditions.get(i).timescale();
        duration = Run.rescale(other.duration(), timescale, renditions.get(index).timescale());
      }
    }
    return new Part(ends[index], duration, 0, files.folder(), 0);
  }
}
