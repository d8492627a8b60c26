package onair.awslocal.media.packager;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.Splice;
import org.jspecify.annotations.Nullable;

/** One channel: the GOPs it keeps and the endpoints that cut them. Safe for several threads. */
final class ChannelOrigin {

  /** Without any endpoint, so that the first one has something to begin with. */
  private static final Duration SHORTEST_RETENTION = Duration.ofSeconds(30);

  private final GopFiles files;
  private final InstantSource clock;
  private final Deque<Gop> gops = new ArrayDeque<>();
  private final Map<String, Endpoint> endpoints = new HashMap<>();
  private final SpliceTimeline splices = new SpliceTimeline();
  private final LongAdder received = new LongAdder();
  private @Nullable RunRecorder writer;
  private boolean closed;

  ChannelOrigin(GopFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  /** Bytes that have come in. */
  LongAdder received() {
    return received;
  }

  synchronized void put(EndpointSpec spec) {
    Endpoint known = endpoints.get(spec.name());
    if (known != null) {
      known.update(spec);
      return;
    }
    // Seconds since 1970: greater than any number used before, as segments last a second at least.
    Endpoint endpoint = new Endpoint(spec, clock.instant().getEpochSecond());
    gops.forEach(endpoint::add);
    endpoints.put(spec.name(), endpoint);
  }

  /** What the endpoint is given from now on is all it has. */
  synchronized void reset(String endpointName) {
    endpoints.computeIfPresent(
        endpointName,
        (name, known) -> new Endpoint(known.spec(), clock.instant().getEpochSecond()));
  }

  synchronized void remove(String endpointName) {
    endpoints.remove(endpointName);
  }

  /** The endpoint as it is now, for answers made outside the lock. */
  synchronized Optional<EndpointView> view(String endpointName) {
    return Optional.ofNullable(endpoints.get(endpointName)).map(EndpointView::of);
  }

  synchronized void splice(Splice splice) {
    splices.add(splice);
  }

  synchronized void endSplices() {
    splices.end();
  }

  /** Only one encoder writes at a time. */
  synchronized void begin(RunRecorder run) throws IngestRefused {
    if (closed) {
      throw new IngestRefused("the origin's channel is closed");
    }
    if (writer != null) {
      throw new IngestRefused("another encoder writes to the origin's channel");
    }
    writer = run;
  }

  /** Gives back the GOPs with the breaks they are in. */
  synchronized List<Gop> append(List<Gop> added) throws IngestRefused {
    if (closed) {
      added.forEach(files::delete);
      files.deleteRun(added.getFirst().run());
      throw new IngestRefused("the origin's channel is closed");
    }
    List<Gop> marked = new ArrayList<>();
    for (Gop bare : added) {
      Gop gop = splices.mark(bare);
      marked.add(gop);
      gops.add(gop);
      endpoints.values().forEach(endpoint -> endpoint.add(gop));
    }
    trim();
    return marked;
  }

  synchronized void end(RunRecorder run) {
    if (writer == run) {
      writer = null;
      endpoints.values().forEach(Endpoint::endRun);
    }
  }

  synchronized void close() {
    closed = true;
    endpoints.clear();
    while (!gops.isEmpty()) {
      removeOldest();
    }
  }

  private void trim() {
    Duration retention =
        endpoints.values().stream()
            .map(Endpoint::retention)
            .max(Comparator.naturalOrder())
            .filter(longest -> longest.compareTo(SHORTEST_RETENTION) > 0)
            .orElse(SHORTEST_RETENTION);
    var oldest = gops.getLast().ends().minus(retention);
    // A segment is kept by its end; the GOPs it begins with may be older than that.
    while (gops.getFirst().ends().isBefore(oldest.minus(longestSegment()))) {
      removeOldest();
    }
  }

  private Duration longestSegment() {
    return endpoints.values().stream()
        .map(Endpoint::target)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private void removeOldest() {
    Gop oldest = gops.removeFirst();
    files.delete(oldest);
    if (gops.isEmpty() || !gops.getFirst().run().is(oldest.run())) {
      files.deleteRun(oldest.run());
    }
  }
}
