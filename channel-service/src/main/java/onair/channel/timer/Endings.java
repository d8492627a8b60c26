package onair.channel.timer;

import java.time.Instant;
import java.util.List;
import onair.channel.timer.TimerCommands.View;

/** Tells those beside the timers when a channel's broadcast will end by itself. */
public final class Endings {

  private final TimerCommands timers;

  Endings(TimerCommands timers) {
    this.timers = timers;
  }

  /**
   * A timer that counts.
   *
   * @param timer as the API names it
   * @param warnsAt when its end is warned of
   * @param stopsAt when the channel is taken off the air
   */
  public record Ending(String timer, Instant warnsAt, Instant stopsAt) {}

  /** Those of a channel of that organization that count now, the next to end first. */
  public List<Ending> of(String organizationId, String channelId) {
    View view = timers.find(organizationId, channelId);
    return view.countdowns().stream()
        .map(counts -> new Ending(counts.timer().word(), counts.warnsAt(), counts.stopsAt()))
        .toList();
  }
}
