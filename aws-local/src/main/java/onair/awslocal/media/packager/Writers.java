package onair.awslocal.media.packager;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pipelines that write to one channel. One is listed; what the other makes waits, and takes
 * over where the first one ends or falls behind, with no moment twice. Guarded by its channel.
 */
final class Writers {

  /** What waits is kept this long, so that nothing that reads it comes too late. */
  private static final Duration KEPT = Duration.ofSeconds(30);

  /** A pipeline that is this much behind the other one is lost. */
  private static final Duration LAG = Duration.ofSeconds(4);

  /** Pipelines do not begin their GOPs at the same frame. */
  private static final Duration NEARLY = Duration.ofMillis(100);

  private final GopFiles files;
  private final Map<String, Writer> writers = new LinkedHashMap<>();
  private @Nullable Writer listed;
  private @Nullable Gop last;

  Writers(GopFiles files) {
    this.files = files;
  }

  private static final class Writer {

    final RunRecorder run;
    final Deque<Gop> waiting = new ArrayDeque<>();

    Writer(RunRecorder run) {
      this.run = run;
    }
  }

  /**
   * @throws IngestRefused when this pipeline writes already
   */
  void begin(String name, RunRecorder run) throws IngestRefused {
    if (writers.containsKey(name)) {
      throw new IngestRefused("another encoder writes to the origin's channel");
    }
    writers.put(name, new Writer(run));
  }

  /**
   * Takes what a pipeline has made.
   *
   * @return what is to be listed now, in order
   */
  List<Gop> add(String name, List<Gop> added) {
    Writer writer = writers.get(name);
    if (writer == null) {
      return List.of();
    }
    if (listed == null) {
      listed = writer;
    }
    if (listed == writer) {
      return listed(added);
    }
    for (Gop gop : added) {
      writer.waiting.add(gop);
    }
    if (isBehind(added.getLast())) {
      listed = writer;
      return takeOver(writer);
    }
    while (writer.waiting.getFirst().ends().plus(KEPT).isBefore(added.getLast().ends())) {
      files.delete(writer.waiting.removeFirst());
    }
    return List.of();
  }

  /**
   * A pipeline's run has ended.
   *
   * @return what another one has that is to be listed in its place; null when it was not listed
   */
  @Nullable List<Gop> end(String name, RunRecorder run) {
    Writer writer = writers.get(name);
    if (writer == null || writer.run != run) {
      return null;
    }
    writers.remove(name);
    if (listed != writer) {
      forget(writer);
      return null;
    }
    listed = null;
    for (Writer other : writers.values()) {
      if (!other.waiting.isEmpty()) {
        listed = other;
        return takeOver(other);
      }
    }
    return List.of();
  }

  /** Nothing waits any more. */
  void close() {
    writers.values().forEach(this::forget);
    writers.clear();
  }

  private void forget(Writer writer) {
    writer.waiting.forEach(files::delete);
    if (!writer.waiting.isEmpty()) {
      files.deleteRun(writer.waiting.getFirst().run());
    }
    writer.waiting.clear();
  }

  private boolean isBehind(Gop other) {
    Gop newest = last;
    return newest != null
        && newest.ends().plus(LAG).plus(other.duration()).isBefore(other.begins());
  }

  private List<Gop> takeOver(Writer writer) {
    List<Gop> next = new ArrayList<>();
    for (Gop gop : writer.waiting) {
      boolean begins = !next.isEmpty() || gop.independent();
      if (begins && (last == null || !gop.begins().isBefore(last.ends().minus(NEARLY)))) {
        next.add(gop);
      } else {
        files.delete(gop);
      }
    }
    writer.waiting.clear();
    return listed(next);
  }

  private List<Gop> listed(List<Gop> gops) {
    if (!gops.isEmpty()) {
      last = gops.getLast();
    }
    return gops;
  }
}
