package onair.awslocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import onair.awslocal.cloudfront.EdgeMetrics;
import onair.awslocal.control.ControlDoor;
import onair.awslocal.edge.EdgeNetwork;
import onair.awslocal.fault.LateLists;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.LedgerEndpoints;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.LocalClock;
import onair.awslocal.life.Profile;
import onair.awslocal.media.HlsOutput;
import onair.awslocal.media.plane.MediaPlane;
import onair.awslocal.media.plane.MediaPlaneConfig;
import onair.awslocal.media.rtmp.RtmpServer;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.metrics.Sampler;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.AwsProtocol;
import onair.awslocal.protocol.CallFilter;
import onair.awslocal.quota.RateLimits;
import onair.awslocal.resource.Scope;
import onair.awslocal.signature.Signatures;
import onair.awslocal.snapshot.DataFolder;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectStore;
import onair.awslocal.store.ObjectStores;
import org.eclipse.jetty.server.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything behind the ports, made from what is in the folder: the services, their timers, the
 * media they move. It is closed as a whole, and another is made, when the state is exchanged.
 */
final class Core implements AutoCloseable {

  /** AWS says nowhere how much it is; long enough to be noticed. */
  private static final Duration LIST_LAG = Duration.ofSeconds(1);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final StateStore store;
  private final LocalClock clock;
  private final Lifecycle lifecycle;
  private final Backends backends;
  private final AwsProtocol protocol;
  private final Handler api;
  private final Handler edge;

  /**
   * @param rtmp where publishers come; stays the caller's
   * @param door gets the endpoints of what is in here, in place of a former core's
   * @param endpoint of the API, known once it listens
   * @throws RuntimeException saying what is in the way, with nothing left open
   */
  Core(
      AwsLocalConfig config,
      DataFolder folder,
      RtmpServer rtmp,
      ControlDoor door,
      Supplier<URI> endpoint) {
    try {
      this.clock = LocalClock.system();
      this.store = opened(new StateStore(folder.state(), clock, config.fsync()));
      KeptClock.keep(clock, store);
      // Closed after the timers, which start encoders.
      ObjectStores objects = objects(folder, store, clock);
      MediaPlane plane = opened(mediaPlane(config, folder, rtmp, objects));
      this.lifecycle = opened(Lifecycle.by(clock));
      OriginDirectory origins = new OriginDirectory();
      Metrics metrics = new Metrics(clock);
      Faults faults = Faults.by(lifecycle);
      CallFilter filter = CallFilter.all(filters(config, faults));
      EdgeNetwork network =
          new EdgeNetwork(
              origins,
              InstantSource.system(),
              clock,
              EdgeNetwork.defaultCacheBytes(),
              new EdgeMetrics(metrics));
      Signatures signatures = new Signatures(config.credentials(), clock);
      this.backends =
          opened(
              new Backends(
                  config,
                  store,
                  objects,
                  lifecycle,
                  plane,
                  origins,
                  network,
                  metrics,
                  signatures,
                  filter,
                  faults.events(),
                  endpoint));
      Sampler sampler = opened(new Sampler());
      backends.probes(metrics).forEach(sampler::add);
      sampler.start();
      // The gate comes last: only what the service itself does has to come to an end. Objects need
      // none: each is made by one row, however long its bytes take to come.
      this.protocol =
          new AwsProtocol(
              backends.all(),
              signatures,
              List.of(filter, (call, onwards) -> lifecycle.gate().work(onwards)));
      this.api = new Handler.Sequence(backends.objects(), new OriginHostHandler(origins), protocol);
      this.edge = network.handler();
      Ledger ledger = new Ledger(store, clock);
      backends.record(ledger);
      new LedgerEndpoints(ledger).all().forEach(door::add);
      backends.broken(plane.faults()).forEach(door::add);
      door.add(MetricsEndpoint.of(metrics));
      door.add(OperationsEndpoint.of(protocol));
      QuotaEndpoints.of(backends.quotas(), new Scope(config.accountId(), config.region()))
          .forEach(door::add);
      faults.endpoints(protocol).forEach(door::add);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Answers the AWS API. */
  Handler api() {
    return api;
  }

  /** Answers the AWS API without a connection, but for objects. */
  AwsProtocol protocol() {
    return protocol;
  }

  /** Answers viewers. */
  Handler edge() {
    return edge;
  }

  LocalClock clock() {
    return clock;
  }

  /** Goes on with what was running when the state was left. */
  void resume() {
    backends.resume();
  }

  /** Loads what is otherwise loaded by each service's first call. */
  void warmUp() {
    protocol.warmUp();
  }

  /**
   * Does something at a moment at which no call and no state change is half done and nothing is
   * written. Media goes on.
   *
   * @throws onair.awslocal.life.Gate.StillBusy when there is no such moment in time
   */
  <T> T hold(Duration patience, Supplier<T> action) {
    return lifecycle.gate().hold(patience, () -> store.hold(action));
  }

  /**
   * Closes it once no call is going on.
   *
   * @throws onair.awslocal.life.Gate.StillBusy when calls do not end in time; then it is not closed
   */
  void closeWhenIdle(Duration patience) {
    lifecycle.gate().hold(patience, this::closed);
  }

  private Core closed() {
    close();
    return this;
  }

  /** Ends calls, timers and media, the last begun first. State stays on disk. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      AutoCloseable next = open.pop();
      try {
        next.close();
      } catch (Exception e) {
        log().warn("{} did not close cleanly", next.getClass().getSimpleName(), e);
      }
    }
  }

  private static List<CallFilter> filters(AwsLocalConfig config, Faults faults) {
    List<CallFilter> filters = new ArrayList<>();
    if (config.rateLimits()) {
      filters.add(new RateLimits(InstantSource.system()));
    }
    if (config.profile() == Profile.REALISTIC) {
      filters.add(new LateLists(LIST_LAG));
    }
    filters.add(faults.calls());
    return filters;
  }

  private static ObjectStores objects(DataFolder folder, StateStore store, InstantSource clock) {
    return new ObjectStores(
        new ObjectStore("s3", store, folder.objects(), clock),
        new ObjectStore("mediastore", store, folder.objects(), clock));
  }

  private static Optional<Bucket> bucket(ObjectStores objects, HlsOutput.Store store, String name) {
    return switch (store) {
      case S3 -> objects.s3().bucket(name);
      case MEDIASTORE -> objects.mediaStore().bucket(name);
    };
  }

  private static MediaPlane mediaPlane(
      AwsLocalConfig config, DataFolder folder, RtmpServer rtmp, ObjectStores objects) {
    int encoders =
        config.maxEncoders() == 0
            ? MediaPlaneConfig.defaultMaxEncoders(Runtime.getRuntime().availableProcessors())
            : config.maxEncoders();
    try {
      return MediaPlane.start(
          new MediaPlaneConfig(
              InetAddress.getByName(config.host()),
              rtmp.port(),
              folder.media(),
              config.ffmpeg(),
              MediaPlaneConfig.DEFAULT_PRESET,
              encoders),
          rtmp,
          InstantSource.system(),
          (store, name) -> bucket(objects, store, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /** Not a field: logging is set up when the process starts. */
  private static Logger log() {
    return LoggerFactory.getLogger(Core.class);
  }
}
