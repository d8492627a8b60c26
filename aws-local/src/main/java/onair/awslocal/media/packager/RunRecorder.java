package onair.awslocal.media.packager;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.mp4.Fragment;
import onair.awslocal.media.mp4.Track;
import onair.awslocal.media.packager.Gop.Part;
import org.jspecify.annotations.Nullable;

/** Writes one run's fragments to disk and tells the channel about each complete GOP or chunk. */
final class RunRecorder {

  /** About how long a chunk is where GOPs come in chunks. */
  private static final Duration CHUNK = Duration.ofMillis(500);

  private final long id;
  private final Instant start;
  private final List<Rendition> renditions;
  private final GopFiles files;
  private final GopAssembler assembler;
  private final Duration gop;
  private final long[] ends;
  private Duration sinceKeyframe = Duration.ZERO;
  private @Nullable Run run;
  private long sequence;
  private @Nullable List<@Nullable Fragment> held;

  /**
   * @param gop from keyframe to keyframe; zero when that is not known
   */
  RunRecorder(long id, Instant start, List<Rendition> renditions, Duration gop, GopFiles files) {
    this.gop = gop;
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
    List<Gop> last = new ArrayList<>(store(assembler.flush()));
    last.addAll(release());
    return last;
  }

  private List<Gop> store(List<List<@Nullable Fragment>> sets) throws IOException {
    List<Gop> gops = new ArrayList<>();
    for (List<@Nullable Fragment> set : sets) {
      Fragment leading = set.getFirst();
      if (leading == null || leading.keyframe()) {
        gops.addAll(release());
      }
      held = held == null ? set : Fragments.joined(held, set);
      if (isWhole(held.getFirst())) {
        gops.addAll(release());
      }
    }
    return gops;
  }

  /** Encoders cut where any track is long enough, so that there are scraps of chunks, too. */
  private boolean isWhole(@Nullable Fragment leading) {
    return leading == null
        || length(leading).compareTo(CHUNK.multipliedBy(9).dividedBy(10)) >= 0
        || isLast(leading);
  }

  private List<Gop> release() throws IOException {
    List<@Nullable Fragment> set = held;
    held = null;
    return set == null ? List.of() : List.of(store(sequence++, set));
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
    Fragment leading = set.getFirst();
    return leading == null ? new Gop(run, parts) : chunk(run, parts, leading);
  }

  private Gop chunk(Run run, List<Part> parts, Fragment leading) {
    boolean last = isLast(leading);
    sinceKeyframe = sinceKeyframe(leading);
    return new Gop(run, parts, leading.keyframe(), last);
  }

  /** A keyframe is due when a GOP's time is nearly over. */
  private boolean isLast(Fragment leading) {
    return sinceKeyframe(leading).plus(CHUNK.dividedBy(10)).compareTo(gop) >= 0;
  }

  private Duration sinceKeyframe(Fragment leading) {
    return leading.keyframe() ? length(leading) : sinceKeyframe.plus(length(leading));
  }

  private Duration length(Fragment leading) {
    return Run.duration(leading.duration(), renditions.getFirst().timescale());
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
