package onair.awslocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import onair.awslocal.control.ControlDoor;
import onair.awslocal.edge.EdgeServer;
import onair.awslocal.life.LocalClock;
import onair.awslocal.media.rtmp.Ingests;
import onair.awslocal.media.rtmp.RtmpServer;
import onair.awslocal.snapshot.DataFolder;
import org.eclipse.jetty.server.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * AWS on this machine: the APIs on one port, the CDN edge on another, RTMP ingest on a third.
 * Configured by environment variables, see {@link AwsLocalConfig}.
 */
public final class AwsLocal implements AutoCloseable {

  private static final String LOGGING = "logback.configurationFile";

  private final AwsLocalConfig config;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final RtmpServer rtmp;
  private final ApiServer api;
  private final EdgeServer edge;
  private final Installation installation;
  private volatile boolean listening;

  private AwsLocal(AwsLocalConfig config) {
    this.config = config;
    try {
      DataFolder folder = opened(new DataFolder(config.data()));
      Entrance calls = new Entrance();
      Entrance viewers = new Entrance();
      ControlDoor door = new ControlDoor(config.control(), config.host(), Set.of("mediastore"));
      door.add(HealthEndpoint.of(() -> listening));
      this.rtmp = opened(rtmp(config));
      this.edge = new EdgeServer(config.host(), config.edgePort(), viewers);
      this.api = new ApiServer(config.host(), config.port(), new Handler.Sequence(door, calls));
      this.installation =
          opened(
              new Installation(
                  folder,
                  calls,
                  viewers,
                  () -> new Core(config, folder, rtmp, door, this::endpoint)));
      new ClockEndpoints(installation::clock).addTo(door);
      new StateEndpoints(installation).addTo(door);
      opened(edge).start();
      opened(api).start();
      listening = true;
      Thread.ofVirtual().name("warm-up").start(() -> installation.core().warmUp());
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
    return URI.create("rtmp://%s:%d".formatted(config.publicHost(), rtmp.port()));
  }

  /** What time it is, for who is in the same JVM; another one after a reset or restore. */
  public LocalClock clock() {
    return installation.clock();
  }

  /**
   * What SDK clients of the same JVM can send calls by: on their own thread, without a connection,
   * and otherwise the same. Objects of S3 and MediaStore have to be asked for at the endpoint, and
   * nobody may reset or restore meanwhile.
   */
  public SdkHttpClient direct() {
    return new DirectCalls(() -> installation.core().protocol());
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

  private static RtmpServer rtmp(AwsLocalConfig config) {
    try {
      return RtmpServer.start(
          InetAddress.getByName(config.host()), config.rtmpPort(), new Ingests());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "RTMP ingest cannot listen on %s:%d (%s)."
              .formatted(config.host(), config.rtmpPort(), e.getMessage()),
          e);
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
