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
import java.util.function.Predicate;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.Metadata;
import onair.awslocal.media.Protection;
import onair.awslocal.media.Splice;

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
  private final Writers writers;
  private final Tagging tagging = new Tagging();
  private boolean closed;

  ChannelOrigin(GopFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
    this.writers = new Writers(files);
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
        (name, known) -> {
          Endpoint fresh = new Endpoint(known.spec(), clock.instant().getEpochSecond());
          Seal seal = known.seal();
          if (seal != null) {
            fresh.protect(seal.protection());
          }
          return fresh;
        });
  }

  synchronized void protect(String endpointName, Protection protection) {
    Endpoint endpoint = endpoints.get(endpointName);
    if (endpoint != null) {
      endpoint.protect(protection);
    }
  }

  synchronized void remove(String endpointName) {
    endpoints.remove(endpointName);
    notifyAll();
  }

  /** Whether an endpoint tells of segments part by part. */
  synchronized boolean wantsParts() {
    return endpoints.values().stream()
        .flatMap(endpoint -> endpoint.spec().manifests().stream())
        .anyMatch(manifest -> manifest.kind() == ManifestSpec.Kind.LL_HLS);
  }

  /** The endpoint as it is now, for answers made outside the lock. */
  synchronized Optional<EndpointView> view(String endpointName) {
    return Optional.ofNullable(endpoints.get(endpointName)).map(EndpointView::of);
  }

  /**
   * The endpoint as soon as it has what is waited for, or as it is when that takes longer than it
   * ever should: three segments.
   */
  synchronized Optional<EndpointView> view(String endpointName, Predicate<EndpointView> enough) {
    long began = System.nanoTime();
    Optional<EndpointView> view = view(endpointName);
    try {
      while (view.isPresent() && !enough.test(view.get())) {
        long limit = view.get().target().multipliedBy(3).toNanos();
        long left = limit - (System.nanoTime() - began);
        if (left <= 0) {
          return view;
        }
        wait(Math.ceilDiv(left, 1_000_000L));
        view = view(endpointName);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return view;
  }

  synchronized void splice(Splice splice) {
    splices.add(splice);
  }

  synchronized void endSplices() {
    splices.end();
  }

  synchronized void tag(Metadata metadata) {
    tagging.add(metadata);
  }

  /** Of each pipeline one run writes at a time. */
  synchronized void begin(String writer, RunRecorder run) throws IngestRefused {
    if (closed) {
      throw new IngestRefused("the origin's channel is closed");
    }
    writers.begin(writer, run);
  }

  /** Gives back the GOPs, those that are listed with the breaks they are in. */
  synchronized List<Gop> append(String writer, List<Gop> added) throws IngestRefused {
    if (closed) {
      added.forEach(files::delete);
      files.deleteRun(added.getFirst().run());
      throw new IngestRefused("the origin's channel is closed");
    }
    List<Gop> marked = list(writers.add(writer, added));
    return marked.size() == added.size() ? marked : added;
  }

  private List<Gop> list(List<Gop> added) {
    List<Gop> marked = new ArrayList<>();
    for (Gop bare : added) {
      Gop gop = tagging.mark(splices.mark(bare));
      marked.add(gop);
      gops.add(gop);
      endpoints.values().forEach(endpoint -> endpoint.add(gop));
    }
    if (!gops.isEmpty()) {
      trim();
    }
    notifyAll();
    return marked;
  }

  synchronized void end(String writer, RunRecorder run) {
    List<Gop> next = writers.end(writer, run);
    if (next != null) {
      endpoints.values().forEach(Endpoint::endRun);
      list(next);
    }
  }

  synchronized void close() {
    closed = true;
    writers.close();
    endpoints.clear();
    notifyAll();
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
