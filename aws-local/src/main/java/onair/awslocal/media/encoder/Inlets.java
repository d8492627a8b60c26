package onair.awslocal.media.encoder;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onair.awslocal.media.EncoderInput;
import onair.awslocal.media.EncoderJob;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one pipeline: one is encoded, another may be about to be. All but the ones that are
 * pulled are heard all the time. Owned by the supervisor.
 */
final class Inlets {

  private final EncoderWorkshop workshop;
  private final List<Inlet> all;
  private Inlet active;
  private @Nullable Inlet next;
  private @Nullable Inlet prepared;

  Inlets(EncoderJob job, EncoderWorkshop workshop, Mailbox mailbox, Traffic traffic) {
    this.workshop = workshop;
    boolean video = !job.video().isEmpty();
    boolean audio = !job.audio().isEmpty();
    this.all =
        job.inputs().stream()
            .map(input -> new Inlet(input, video, audio, mailbox, traffic))
            .toList();
    this.active = all.getFirst();
  }

  void open() {
    active.want(true);
    adjust();
  }

  void close() {
    all.forEach(inlet -> inlet.close(workshop));
  }

  Inlet active() {
    return active;
  }

  /** The one that is about to be encoded. */
  @Nullable Inlet next() {
    return next;
  }

  Optional<Inlet> named(@Nullable String name) {
    return all.stream().filter(inlet -> inlet.name().equals(name)).findFirst();
  }

  /** Its pieces are heard beside those of the active one, until it takes over. */
  void await(Inlet inlet) {
    if (next != null && !next.equals(active)) {
      next.want(false);
    }
    next = inlet;
    inlet.gate().restart();
    inlet.want(true);
    adjust();
  }

  /** The one that was awaited is the active one now. */
  void promote() {
    if (next == null) {
      return;
    }
    active.want(false);
    active.gate().restart();
    active = next;
    active.want(true);
    next = null;
    adjust();
  }

  void prepare(@Nullable Inlet inlet) {
    prepared = inlet;
    adjust();
  }

  /** The input that should be encoded in place of the active one, because that one is lost. */
  Optional<Inlet> takeOver() {
    for (Inlet primary : all) {
      EncoderInput.Failover failover = primary.input().failover();
      Optional<Inlet> other = failover == null ? Optional.empty() : named(failover.secondary());
      if (failover != null && other.isPresent()) {
        Inlet secondary = other.get();
        if (active == primary && isLost(primary, failover) && isWell(secondary, failover)) {
          return other;
        }
        boolean back =
            isLost(secondary, failover) && isWell(primary, failover)
                || failover.returns() && primary.health().compareTo(failover.clear()) >= 0;
        if (active == secondary && back) {
          return Optional.of(primary);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a failure of the one that is encoded is looked for. */
  boolean canTakeOver() {
    return all.stream().anyMatch(inlet -> inlet.input().failover() != null);
  }

  private static boolean isLost(Inlet inlet, EncoderInput.Failover failover) {
    return inlet.silence().compareTo(failover.loss()) >= 0;
  }

  private static boolean isWell(Inlet inlet, EncoderInput.Failover failover) {
    return inlet.isConnected() && inlet.silence().compareTo(failover.loss()) < 0;
  }

  private void adjust() {
    for (Inlet inlet : all) {
      if (!inlet.isPulled() || isNeeded(inlet)) {
        inlet.open(workshop);
      } else {
        inlet.close(workshop);
      }
    }
  }

  private boolean isNeeded(Inlet inlet) {
    return inlet.equals(active)
        || inlet.equals(next)
        || inlet.equals(prepared)
        || isPaired(inlet, active)
        || isPaired(active, inlet);
  }

  private static boolean isPaired(Inlet primary, Inlet secondary) {
    EncoderInput.Failover failover = primary.input().failover();
    return failover != null && Objects.equals(failover.secondary(), secondary.name());
  }
}
