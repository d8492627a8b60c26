package onair.channel.medialive;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.NotFoundException;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;
import software.amazon.awssdk.services.medialive.model.ScheduleActionSettings;
import software.amazon.awssdk.services.medialive.model.ScheduleActionStartSettings;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;

/**
 * Actions in MediaLive's schedule, each there once however often it is asked for. Source: MediaLive
 * API, BatchUpdateSchedule.
 */
final class ScheduleActions {

  private final MediaLiveClient client;

  ScheduleActions(MediaLiveClient client) {
    this.client = client;
  }

  /**
   * @param at absent for at once
   */
  void put(String encoderId, String name, @Nullable Instant at, ScheduleActionSettings settings) {
    if (find(encoderId, name).isPresent()) {
      return;
    }
    ScheduleAction action =
        ScheduleAction.builder()
            .actionName(name)
            .scheduleActionStartSettings(start(at))
            .scheduleActionSettings(settings)
            .build();
    try {
      client.batchUpdateSchedule(
          request ->
              request.channelId(encoderId).creates(creates -> creates.scheduleActions(action)));
    } catch (UnprocessableEntityException refused) {
      if (find(encoderId, name).isEmpty()) {
        throw refused;
      }
    }
  }

  /** Whether it is there or not. */
  void remove(String encoderId, String name) {
    try {
      if (find(encoderId, name).isPresent()) {
        client.batchUpdateSchedule(
            request -> request.channelId(encoderId).deletes(deletes -> deletes.actionNames(name)));
      }
    } catch (UnprocessableEntityException refused) {
      if (find(encoderId, name).isPresent()) {
        throw refused;
      }
    } catch (NotFoundException gone) {
      // and its schedule with it
    }
  }

  private Optional<ScheduleAction> find(String encoderId, String name) {
    return client
        .describeSchedulePaginator(request -> request.channelId(encoderId))
        .scheduleActions()
        .stream()
        .filter(action -> action.actionName().equals(name))
        .findFirst();
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
