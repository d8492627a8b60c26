package onair.channel.timer;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The timers of a channel.
 *
 * @param version grows with each change of this row
 * @param progress at most one for each timer
 */
record Timers(
    String channelId, String organizationId, long version, Limits limits, List<Progress> progress) {

  Timers {
    progress = List.copyOf(progress);
  }

  /** Those of a channel about which nothing was ever said. */
  static Timers untouched(String channelId, String organizationId) {
    return new Timers(channelId, organizationId, 1, Limits.STANDARD, List.of());
  }

  Timers limited(Limits other) {
    return new Timers(channelId, organizationId, version + 1, other, progress);
  }

  /** Nothing but a new version, for something to be told. */
  Timers touched() {
    return new Timers(channelId, organizationId, version + 1, limits, progress);
  }

  Progress progress(Timer timer, Instant since) {
    return progress.stream()
        .filter(known -> known.timer() == timer && known.since().equals(since))
        .findFirst()
        .orElseGet(() -> Progress.begun(timer, since));
  }

  Timers progressed(Progress now) {
    var others = progress.stream().filter(known -> known.timer() != now.timer());
    return new Timers(
        channelId,
        organizationId,
        version + 1,
        limits,
        Stream.concat(others, Stream.of(now)).toList());
  }
}
