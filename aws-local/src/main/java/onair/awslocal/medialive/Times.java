package onair.awslocal.medialive;

import java.time.Duration;
import java.time.Instant;
import onair.awslocal.life.Profile;
import onair.awslocal.life.Transition;

/** How long MediaLive takes for what. Real times are what operators of AWS report, not promises. */
final class Times {

  /** Deleted resources answer as DELETED this long, whatever the profile: waiters look for it. */
  static final Duration REMEMBERED = Duration.ofMinutes(5);

  private static final Transition CHANNEL_CREATE = transition("channel.create", 500, 10);
  private static final Transition CHANNEL_START = transition("channel.start", 1000, 60);
  private static final Transition CHANNEL_STOP = transition("channel.stop", 500, 40);
  private static final Transition CHANNEL_UPDATE = transition("channel.update", 500, 10);
  private static final Transition CHANNEL_DELETE = transition("channel.delete", 300, 20);
  private static final Transition CHANNEL_RESTART = transition("channel.restart", 500, 30);
  private static final Transition CHANNEL_RELEASE = transition("channel.release", 200, 15);
  private static final Transition GROUP_UPDATE = transition("group.update", 200, 3);
  private static final Transition INPUT_CREATE = transition("input.create", 300, 5);
  private static final Transition INPUT_DELETE = transition("input.delete", 300, 5);

  private final Profile profile;

  Times(Profile profile) {
    this.profile = profile;
  }

  Pending channel(Step step, Instant now) {
    return switch (step) {
      case CREATE -> after(step, now, CHANNEL_CREATE);
      case START -> after(step, now, CHANNEL_START);
      case STOP -> after(step, now, CHANNEL_STOP);
      case UPDATE -> after(step, now, CHANNEL_UPDATE);
      case DELETE -> after(step, now, CHANNEL_DELETE);
      case RESTART -> after(step, now, CHANNEL_RESTART);
      case RELEASE -> after(step, now, CHANNEL_RELEASE);
      case FORGET -> forget(now);
    };
  }

  Pending input(Step step, Instant now) {
    return switch (step) {
      case CREATE -> after(step, now, INPUT_CREATE);
      case DELETE -> after(step, now, INPUT_DELETE);
      case FORGET -> forget(now);
      case START, STOP, UPDATE, RESTART, RELEASE ->
          throw new IllegalArgumentException("an input has no " + step);
    };
  }

  /** An input security group's rules are taken over. */
  Pending groupUpdate(Instant now) {
    return after(Step.UPDATE, now, GROUP_UPDATE);
  }

  static Pending forget(Instant now) {
    return new Pending(Step.FORGET, now.plus(REMEMBERED));
  }

  private Pending after(Step step, Instant now, Transition transition) {
    return new Pending(step, now.plus(profile.of(transition)));
  }

  private static Transition transition(String name, int fastMillis, int realisticSeconds) {
    return new Transition(
        "medialive." + name, Duration.ofMillis(fastMillis), Duration.ofSeconds(realisticSeconds));
  }
}
