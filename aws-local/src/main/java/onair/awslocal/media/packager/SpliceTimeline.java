package onair.awslocal.media.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onair.awslocal.media.Splice;
import org.jspecify.annotations.Nullable;

/**
 * Lays messages on GOPs: each takes effect where the first GOP begins at or after its time. One
 * break is open at a time. Guarded by its channel.
 */
final class SpliceTimeline {

  /** A GOP may begin a few frames early when the frame rate does not divide it. */
  private static final Duration NEARLY = Duration.ofMillis(100);

  /** A message that finds no media for this long is about another broadcast. */
  private static final Duration STALE = Duration.ofMinutes(1);

  private static final int MOST_WAITING = 1000;

  private final List<Splice> waiting = new ArrayList<>();
  private @Nullable Avail open;
  private boolean ending;

  void add(Splice splice) {
    if (waiting.size() == MOST_WAITING) {
      waiting.removeFirst();
    }
    waiting.add(splice);
    waiting.sort(Comparator.comparing(Splice::at)); // stable: in the order they came
  }

  /** Forgets what waits; an open break ends with the next GOP, whenever that comes. */
  void end() {
    waiting.clear();
    ending = true;
  }

  /** The next GOP, with what begins and ends there. */
  Gop mark(Gop gop) {
    if (!gop.independent()) {
      return gop.with(List.of(), open);
    }
    List<Cue> cues = new ArrayList<>();
    Instant begins = gop.begins();
    if (open != null && (ending || isOver(open, begins))) {
      close(open, gop, cues);
    }
    ending = false;
    while (!waiting.isEmpty() && !waiting.getFirst().at().isAfter(begins)) {
      apply(waiting.removeFirst(), gop, cues);
    }
    return gop.with(cues, open);
  }

  private static boolean isOver(Avail avail, Instant now) {
    Duration planned = avail.planned();
    return planned != null && !avail.begins().plus(planned).isAfter(now.plus(NEARLY));
  }

  private void apply(Splice splice, Gop gop, List<Cue> cues) {
    switch (splice) {
      case Splice.Out out when isStale(out, gop.begins()) -> {}
      case Splice.Out out -> {
        if (open != null && open.eventId() == out.eventId()) {
          return; // said again
        }
        if (open != null) {
          close(open, gop, cues);
        }
        open = new Avail(out.message(), out.eventId(), gop.begins(), gop.pts(), out.duration());
        cues.add(new Cue.Out(open));
      }
      case Splice.In in -> {
        if (open != null && open.eventId() == in.eventId()) {
          close(open, gop, cues);
        }
      }
    }
  }

  private static boolean isStale(Splice.Out out, Instant now) {
    Duration useful = out.duration();
    Duration limit = useful != null && useful.compareTo(STALE) < 0 ? useful : STALE;
    return !out.at().plus(limit).isAfter(now);
  }

  /** A break that would have no GOP never was. */
  private void close(Avail avail, Gop gop, List<Cue> cues) {
    open = null;
    if (!cues.remove(new Cue.Out(avail))) {
      cues.add(new Cue.In(avail, gop.begins(), gop.pts()));
    }
  }
}
