package onair.channel.medialive;

import java.time.Duration;
import java.time.Instant;
import onair.channel.adbreak.SpliceInserts;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.ScheduleActionSettings;

/** Splice inserts as actions of MediaLive's schedule. */
final class MediaLiveSpliceInserts implements SpliceInserts {

  /** SCTE 35 counts in ticks of the 90 kHz clock. */
  private static final long TICKS_PER_SECOND = 90_000;

  private final ScheduleActions actions;

  MediaLiveSpliceInserts(ScheduleActions actions) {
    this.actions = actions;
  }

  @Override
  public void insert(
      String encoderId, String name, @Nullable Instant at, long eventId, Duration duration) {
    actions.put(
        encoderId,
        name,
        at,
        ScheduleActionSettings.builder()
            .scte35SpliceInsertSettings(
                splice ->
                    splice.spliceEventId(eventId).duration(duration.toSeconds() * TICKS_PER_SECOND))
            .build());
  }
}
