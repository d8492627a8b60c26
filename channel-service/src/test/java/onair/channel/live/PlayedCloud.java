package onair.channel.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import onair.awslocal.client.AwsLocalControl;
import onair.awslocal.life.LocalClock;
import software.amazon.awssdk.http.SdkHttpClient;

/** aws-local in this JVM, whose time, and that of everybody, stands still until it is moved. */
final class PlayedCloud implements AutoCloseable {

  private static final Instant BEGINNING = Instant.parse("2026-01-31T12:00:00Z");

  private final Path folder;
  private final AwsLocal local;
  private final AwsLocalControl control;

  PlayedCloud() {
    try {
      this.folder = Files.createTempDirectory("played-cloud-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.local =
        AwsLocal.start(
            AwsLocalConfig.from(
                Map.of(
                    "AWS_LOCAL_PORT", "0",
                    "AWS_LOCAL_EDGE_PORT", "0",
                    "AWS_LOCAL_RTMP_PORT", "0",
                    "AWS_LOCAL_PROFILE", "fast",
                    "AWS_LOCAL_RATE_LIMITS", "off",
                    "AWS_LOCAL_DATA", folder.toString())));
    this.control = AwsLocalControl.at(local.endpoint());
    local.clock().set(new LocalClock.Setting(Duration.ZERO, BEGINNING));
  }

  String endpoint() {
    return local.endpoint().toString();
  }

  /** The way there. */
  SdkHttpClient calls() {
    return local.direct();
  }

  AwsLocalControl control() {
    return control;
  }

  Instant now() {
    return local.clock().instant();
  }

  /** Everything that is due until then happens; a moment that is past changes nothing. */
  void advanceTo(Instant moment) {
    Duration way = Duration.between(now(), moment);
    if (way.isPositive()) {
      local.clock().advance(way);
    }
  }

  /** Everything is forgotten; time goes on where it stood. */
  void reset() {
    Instant stood = now();
    control.reset();
    local.clock().set(new LocalClock.Setting(Duration.ZERO, stood));
  }

  @Override
  public void close() {
    local.close();
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
