package onair.channel.explain;

import java.time.Instant;
import java.util.List;
import onair.channel.live.Whereabouts;
import onair.channel.timer.Endings.Ending;
import org.jspecify.annotations.Nullable;

/**
 * All that an explanation is made from.
 *
 * @param endings timers that count, the next to end first
 * @param nextLook when AWS is asked next; absent when that is not planned
 */
record Situation(Whereabouts at, List<Ending> endings, @Nullable Instant nextLook, Instant now) {

  Situation {
    endings = List.copyOf(endings);
  }

  /** When the broadcast ends by itself, as far as that timer is concerned. */
  @Nullable Instant ends(String timer) {
    return endings.stream()
        .filter(ending -> ending.timer().equals(timer))
        .map(Ending::stopsAt)
        .findFirst()
        .orElse(null);
  }
}
