package onair.channel.timer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import onair.channel.live.ChannelDirectory.Airing;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;

/** Tells the rest of the platform about timers, in the caller's transaction. */
final class TimerEvents {

  private final Outbox outbox;

  TimerEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The channel is taken off the air soon unless something is done. */
  void warning(Timers timers, Airing airing, Countdown countdown, Instant now) {
    tell("timer.warning", timers, airing, countdown, now);
  }

  /** The channel is taken off the air now. */
  void elapsed(Timers timers, Airing airing, Countdown countdown, Instant now) {
    tell("timer.elapsed", timers, airing, countdown, now);
  }

  private void tell(String type, Timers timers, Airing airing, Countdown countdown, Instant now) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("organization_id", airing.organizationId());
    data.put("channel_id", airing.channelId());
    data.put("playback_id", airing.playbackId());
    data.put("timer", countdown.timer().word());
    data.put("stops_at", countdown.stopsAt().toString());
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            type,
            airing.organizationId(),
            new DomainEvent.Resource("timer", airing.channelId(), timers.version()),
            data,
            now));
  }
}
