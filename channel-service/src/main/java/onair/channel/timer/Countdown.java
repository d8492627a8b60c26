package onair.channel.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import onair.channel.live.ChannelDirectory.Airing;
import org.jspecify.annotations.Nullable;

/**
 * A timer that counts; pure.
 *
 * @param limit how long it lasts without extensions
 * @param progress since when it counts, and what was done about it
 * @param warnsAt when its end is warned of
 * @param stopsAt when the channel is taken off the air
 */
record Countdown(Timer timer, Duration limit, Progress progress, Instant warnsAt, Instant stopsAt) {

  /** All that count now, the next to end first. */
  static List<Countdown> of(Timers timers, Airing airing, TimerProperties properties) {
    return Arrays.stream(Timer.values())
        .map(timer -> of(timer, timers, airing, properties))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(Countdown::stopsAt))
        .toList();
  }

  private static @Nullable Countdown of(
      Timer timer, Timers timers, Airing airing, TimerProperties properties) {
    Instant since = timer.since(airing);
    Duration limit = properties.limit(timer, timers.limits());
    if (since == null || limit.isZero()) {
      return null;
    }
    Progress progress = timers.progress(timer, since);
    Instant end = since.plus(limit).plusSeconds(progress.extraSeconds());
    Duration half = limit.dividedBy(2);
    Duration warning = properties.warning().compareTo(half) < 0 ? properties.warning() : half;
    return new Countdown(timer, limit, progress, end.minus(warning), end);
  }

  boolean isOver(Instant now) {
    return !stopsAt.isAfter(now);
  }

  boolean isToBeWarnedOf(Instant now) {
    return !warnsAt.isAfter(now) && !isWarnedOf();
  }

  /** Whether this end, and not an earlier one, was warned of. */
  boolean isWarnedOf() {
    return stopsAt.equals(progress.warnedOf());
  }

  /** When there is something to do about it. */
  Instant due() {
    return isWarnedOf() ? stopsAt : warnsAt;
  }

  /** What is told when it is over. */
  String reason() {
    Duration lasted = limit.plusSeconds(progress.extraSeconds());
    return "Stopped after " + words(lasted) + ": " + timer.plainly() + ".";
  }

  private static String words(Duration duration) {
    return duration.toSeconds() % 60 == 0
        ? duration.toMinutes() + " minutes"
        : duration.toSeconds() + " seconds";
  }
}
