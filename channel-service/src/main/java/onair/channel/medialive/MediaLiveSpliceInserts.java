package onair.channel.medialive;

import java.time.Duration;
import java.time.Instant;
import onair.channel.adbreak.SpliceInserts;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;
import software.amazon.awssdk.services.medialive.model.ScheduleActionStartSettings;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;

/**
 * Splice inserts as actions of MediaLive's schedule. Source: MediaLive API, BatchUpdateSchedule.
 */
final class MediaLiveSpliceInserts implements SpliceInserts {

  /** SCTE 35 counts in ticks of the 90 kHz clock. */
  private static final long TICKS_PER_SECOND = 90_000;

  private final MediaLiveClient client;

  MediaLiveSpliceInserts(MediaLiveClient client) {
    this.client = client;
  }

  @Override
  public void insert(
      String encoderId, String name, @Nullable Instant at, long eventId, Duration duration) {
    if (isThere(encoderId, name)) {
      return;
    }
    try {
      client.batchUpdateSchedule(
          request ->
              request
                  .channelId(encoderId)
                  .creates(
                      creates -> creates.scheduleActions(action(name, at, eventId, duration))));
    } catch (UnprocessableEntityException refused) {
      if (!isThere(encoderId, name)) {
        throw refused;
      }
    }
  }

  private boolean isThere(String encoderId, String name) {
    return client
        .describeSchedulePaginator(request -> request.channelId(encoderId))
        .scheduleActions()
        .stream()
        .anyMatch(action -> action.actionName().equals(name));
  }

  private static ScheduleAction action(
      String name, @Nullable Instant at, long eventId, Duration duration) {
    return ScheduleAction.builder()
        .actionName(name)
        .scheduleActionStartSettings(start(at))
        .scheduleActionSettings(
            settings ->
                settings.scte35SpliceInsertSettings(
                    splice ->
                        splice
                            .spliceEventId(eventId)
                            .duration(duration.toSeconds() * TICKS_PER_SECOND)))
        .build();
  }

  private static ScheduleActionStartSettings start(@Nullable Instant at) {
    return at == null
        ? ScheduleActionStartSettings.builder()
            .immediateModeScheduleActionStartSettings(i -> {})
            .build()
        : ScheduleActionStartSettings.builder()
            .fixedModeScheduleActionStartSettings(fixed -> fixed.time(at.toString()))
            .build();
  }
}
