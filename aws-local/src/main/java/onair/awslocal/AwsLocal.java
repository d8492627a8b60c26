package onair.awslocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.control.ControlDoor;
import onair.awslocal.edge.EdgeNetwork;
import onair.awslocal.edge.EdgeServer;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.LocalClock;
import onair.awslocal.media.HlsOutput;
import onair.awslocal.media.plane.MediaPlane;
import onair.awslocal.media.plane.MediaPlaneConfig;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.AwsProtocol;
import onair.awslocal.protocol.CallFilter;
import onair.awslocal.quota.RateLimits;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectStore;
import onair.awslocal.store.ObjectStores;
import org.eclipse.jetty.server.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AWS on this machine: the APIs on one port, the CDN edge on another, RTMP ingest on a third.
 * Configured by environment variables, see {@link AwsLocalConfig}.
 */
public final class AwsLocal implements AutoCloseable {

  private static final String LOGGING = "logback.configurationFile";

  private final AwsLocalConfig config;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final MediaPlane plane;
  private final ApiServer api;
  private final EdgeServer edge;
  private volatile boolean listening;

  private AwsLocal(AwsLocalConfig config) {
    this.config = config;
    try {
      StateStore store = opened(new StateStore(config.data().resolve("state")));
      // Closed after the timers, which start encoders.
      LocalClock clock = LocalClock.system();
      ObjectStores objects = objects(config, store, clock);
      this.plane = opened(mediaPlane(config, objects));
      Lifecycle lifecycle = opened(Lifecycle.by(clock));
      OriginDirectory origins = new OriginDirectory();
      Metrics metrics = new Metrics();
      EdgeNetwork network =
          new EdgeNetwork(origins, lifecycle::now, EdgeNetwork.defaultCacheBytes());
      Backends backends =
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
                  this::endpoint));
      ControlDoor door = new ControlDoor(config.control(), config.host(), Set.of("mediastore"));
      door.add(HealthEndpoint.of(() -> listening));
      door.add(MetricsEndpoint.of(metrics));
      QuotaEndpoints.of(
              backends.quotas(), new Scope(config.accountId(), config.region()))
          .forEach(door::add);
      AwsProtocol protocol =
          new AwsProtocol(backends.all(), config.accountId(), filters(config));
      Handler handler =
          new Handler.Sequence(
              door,
              backends.objects(),
              new OriginHostHandler(origins),
              protocol);
      this.edge = opened(new EdgeServer(config.host(), config.edgePort(), network));
      this.api = opened(new ApiServer(config.host(), config.port(), handler));
      backends.resume();
      edge.start();
      api.start();
      listening = true;
      Thread.ofVirtual().name("warm-up").start(protocol::warmUp);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts and returns when everything listens.
   *
   * @throws RuntimeException saying what is in the way, with nothing left open
   */
  public static AwsLocal start(AwsLocalConfig config) {
    AwsLocal local = new AwsLocal(config);
    log()
        .info(
            "aws-local is up: AWS API {}, CDN edge {}, ingest {}, profile {}, state in {}",
            local.endpoint(),
            local.edge(),
            local.ingest(),
            config.profile(),
            config.data());
    return local;
  }

  /** Where SDK clients go: their endpoint override. */
  public URI endpoint() {
    return URI.create("http://%s:%d".formatted(config.publicHost(), api.port()));
  }

  /** Where viewers go. */
  public URI edge() {
    return URI.create("http://%s:%d".formatted(config.publicHost(), edge.port()));
  }

  /** Where publishers go, with the app and stream name of an input behind it. */
  public URI ingest() {
    return URI.create("rtmp://%s:%d".formatted(config.publicHost(), plane.rtmpPort()));
  }

  /** Stops everything, the last started first. State stays on disk. */
  @Override
  public void close() {
    listening = false;
    while (!open.isEmpty()) {
      AutoCloseable next = open.pop();
      try {
        next.close();
      } catch (Exception e) {
        log().warn("{} did not close cleanly", next.getClass().getSimpleName(), e);
      }
    }
  }

  private static List<CallFilter> filters(AwsLocalConfig config) {
    return config.rateLimits() ? List.of(new RateLimits(InstantSource.system())) : List.of();
  }

  private static ObjectStores objects(
      AwsLocalConfig config, StateStore store, InstantSource clock) {
    Path folder = config.data().resolve("objects");
    return new ObjectStores(
        new ObjectStore("s3", store, folder, clock),
        new ObjectStore("mediastore", store, folder, clock));
  }

  private static Optional<Bucket> bucket(ObjectStores objects, HlsOutput output) {
    return switch (output.store()) {
      case S3 -> objects.s3().bucket(output.bucket());
      case MEDIASTORE -> objects.mediaStore().bucket(output.bucket());
    };
  }

  private static MediaPlane mediaPlane(AwsLocalConfig config, ObjectStores objects) {
    int encoders =
        config.maxEncoders() == 0
            ? MediaPlaneConfig.defaultMaxEncoders(Runtime.getRuntime().availableProcessors())
            : config.maxEncoders();
    try {
      return MediaPlane.start(
          new MediaPlaneConfig(
              InetAddress.getByName(config.host()),
              config.rtmpPort(),
              config.data().resolve("media"),
              config.ffmpeg(),
              MediaPlaneConfig.DEFAULT_PRESET,
              encoders),
          InstantSource.system(),
          output -> bucket(objects, output));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /** Logs as told on the command line, else as {@code aws-local} does when it runs alone. */
  static void logAsAProgram() {
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "aws-local-logback.xml");
    }
  }

  /** Not a field: logging is set up by {@link #main}. */
  private static Logger log() {
    return LoggerFactory.getLogger(AwsLocal.class);
  }

  /** Runs until the process is told to end. Exit code 1 and one line when it cannot start. */
  public static void main(String[] arguments) throws InterruptedException {
    logAsAProgram();
    AwsLocal local;
    try {
      local = start(AwsLocalConfig.from(System.getenv()));
    } catch (RuntimeException e) {
      log().error("aws-local cannot start: {}", e.getMessage());
      log().debug("Because of", e);
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(local::close, "shutdown"));
    local.api.join();
  }
}
