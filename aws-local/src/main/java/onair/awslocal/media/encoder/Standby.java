package onair.awslocal.media.encoder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import onair.awslocal.media.EncoderEvents;
import onair.awslocal.media.InputLoss;
import org.jspecify.annotations.Nullable;

/** What stands in for an input while nothing arrives, and how long that has been. */
final class Standby {

  /** Nothing for this long is a loss. */
  private static final Duration LOSS = Duration.ofMillis(500);

  /** Nothing for this long from a sender that has not left is one, too. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private final @Nullable InputLoss inputLoss;
  private final EncoderWorkshop workshop;
  private final LastPicture picture;
  private volatile Duration lost = Duration.ZERO;
  private volatile Duration filled = Duration.ZERO;
  private long lastTick = System.nanoTime();
  private @Nullable Path slate;
  private boolean slateRefused;

  Standby(@Nullable InputLoss inputLoss, EncoderWorkshop workshop, LastPicture picture) {
    this.inputLoss = inputLoss;
    this.workshop = workshop;
    this.picture = picture;
  }

  /** How long nothing has arrived, in all. */
  Duration lost() {
    return lost;
  }

  /** How long something has stood in for it, in all. */
  Duration filled() {
    return filled;
  }

  void tick(Inlet inlet, Runs runs) {
    long now = System.nanoTime();
    Duration passed = Duration.ofNanos(now - lastTick);
    lastTick = now;
    if (isLost(inlet)) {
      lost = lost.plus(passed);
    }
    if (runs.isFilling()) {
      filled = filled.plus(passed);
    }
  }

  private static boolean isLost(Inlet inlet) {
    Duration limit = inlet.isConnected() ? SILENCE : LOSS;
    return inlet.silence().compareTo(limit) > 0;
  }

  /** Whether something should be shown in the input's place and is not. */
  boolean isDue(Inlet inlet, Runs runs) {
    return inputLoss != null && !runs.isFilling() && isLost(inlet);
  }

  /** The slate may be no picture. */
  void failed() {
    slateRefused = true;
  }

  /** Empty when nothing is to be shown. */
  Optional<Filler> filler(EncoderEvents events) {
    InputLoss wanted = inputLoss;
    if (wanted == null) {
      return Optional.empty();
    }
    Optional<Path> last =
        wanted.repeat().isPositive()
            ? picture.latest().flatMap(workshop.pictures()::file)
            : Optional.empty();
    return Optional.of(
        new Filler(
            last.orElse(null),
            wanted.repeat(),
            wanted.black(),
            slate(wanted, events),
            wanted.colour()));
  }

  private @Nullable Path slate(InputLoss wanted, EncoderEvents events) {
    if (wanted.slate() == null || slateRefused) {
      return null;
    }
    try {
      if (slate == null) {
        slate = workshop.assets().copy(wanted.slate());
      }
    } catch (IOException e) {
      slateRefused = true;
      events.imageRefused(
          "The slate %s cannot be shown: %s".formatted(wanted.slate(), e.getMessage()));
    }
    return slate;
  }
}
