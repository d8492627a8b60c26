package onair.awslocal.mediaconnect;

import java.time.Duration;
import java.time.Instant;
import onair.awslocal.life.Profile;
import onair.awslocal.life.Transition;

/** How long MediaConnect takes for what. Real times are what operators report, not promises. */
final class Times {

  private static final Transition START = transition("flow.start", 700, 20);
  private static final Transition STOP = transition("flow.stop", 300, 15);
  private static final Transition UPDATE = transition("flow.update", 300, 5);
  private static final Transition DELETE = transition("flow.delete", 300, 20);

  private final Profile profile;

  Times(Profile profile) {
    this.profile = profile;
  }

  Pending after(Step step, Instant now) {
    Transition transition =
        switch (step) {
          case START -> START;
          case STOP -> STOP;
          case UPDATE -> UPDATE;
          case DELETE -> DELETE;
        };
    return new Pending(step, now.plus(profile.of(transition)));
  }

  private static Transition transition(String name, int fastMillis, int realisticSeconds) {
    return new Transition(
        "mediaconnect." + name,
        Duration.ofMillis(fastMillis),
        Duration.ofSeconds(realisticSeconds));
  }
}
