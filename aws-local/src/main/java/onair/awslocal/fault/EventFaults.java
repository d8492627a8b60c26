package onair.awslocal.fault;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import onair.awslocal.events.DeliveryRoute;
import onair.awslocal.life.Lifecycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets those events go astray that the plan says. */
public final class EventFaults implements DeliveryRoute {

  private static final Logger LOG = LoggerFactory.getLogger(EventFaults.class);
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(5);

  private final FaultPlan plan;
  private final Lifecycle lifecycle;

  /** What waits for the next event of its target. */
  private final Map<String, Runnable> held = new HashMap<>();

  /**
   * @param lifecycle delivers what is late; what is still to come when it is closed is lost
   */
  public EventFaults(FaultPlan plan, Lifecycle lifecycle) {
    this.plan = plan;
    this.lifecycle = lifecycle;
  }

  @Override
  public void carry(String source, String detailType, String targetArn, Runnable delivery) {
    Runnable earlier = release(targetArn, null);
    if (earlier != null) {
      delivery.run();
      earlier.run();
      return;
    }
    Optional<FaultPlan.Befallen> befallen = plan.next(fault -> matches(fault, source, detailType));
    if (befallen.isEmpty()) {
      delivery.run();
      return;
    }
    LOG.info("{} befalls {} for {}", befallen.get().kind().text(), detailType, targetArn);
    switch (befallen.get().kind()) {
      case DROP -> {}
      case DOUBLE -> {
        delivery.run();
        delivery.run();
      }
      case DELAY -> lifecycle.after(befallen.get().delay(), "late event " + detailType, delivery);
      case REORDER -> hold(targetArn, delivery, befallen.get());
      default -> throw new IllegalStateException("No fault of events: " + befallen.get().kind());
    }
  }

  private static boolean matches(Fault fault, String source, String detailType) {
    FaultSpec spec = fault.spec();
    return fault.kind().isOfEvents()
        && (spec.source() == null || spec.source().equals(source))
        && (spec.detailType() == null || spec.detailType().equals(detailType));
  }

  private void hold(String targetArn, Runnable delivery, FaultPlan.Befallen befallen) {
    synchronized (held) {
      held.put(targetArn, delivery);
    }
    Duration longest = befallen.spec().delayMs() == null ? LONGEST_HOLD : befallen.delay();
    lifecycle.after(
        longest,
        "event that nothing followed",
        () -> {
          Runnable still = release(targetArn, delivery);
          if (still != null) {
            still.run();
          }
        });
  }

  /** Takes what is held for the target, or only that one delivery when it is given. */
  private @Nullable Runnable release(String targetArn, @Nullable Runnable only) {
    synchronized (held) {
      if (only != null && held.get(targetArn) != only) {
        return null;
      }
      return held.remove(targetArn);
    }
  }
}
