package onair.awslocal.mediatailor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediatailor.model.AvailMatchingCriteria;
import software.amazon.awssdk.services.mediatailor.model.CreatePrefetchScheduleRequest;
import software.amazon.awssdk.services.mediatailor.model.ListPrefetchScheduleType;
import software.amazon.awssdk.services.mediatailor.model.ListPrefetchSchedulesRequest;
import software.amazon.awssdk.services.mediatailor.model.PrefetchConsumption;
import software.amazon.awssdk.services.mediatailor.model.PrefetchSchedule;
import software.amazon.awssdk.services.mediatailor.model.PrefetchScheduleType;
import software.amazon.awssdk.services.mediatailor.model.RecurringPrefetchConfiguration;

/**
 * Prefetch schedules of playback configurations. They are kept and nothing is fetched ahead. One
 * whose time is over is removed seven days later, when somebody looks.
 */
final class Prefetches {

  private static final int MAX_ACTIVE = 25;
  private static final int MAX_CRITERIA = 5;
  private static final Duration KEPT = Duration.ofDays(7);

  private final AssemblyState state;
  private final Configurations configurations;
  private final InstantSource clock;

  Prefetches(AssemblyState state, Configurations configurations, InstantSource clock) {
    this.state = state;
    this.configurations = configurations;
    this.clock = clock;
  }

  PrefetchSchedule create(CreatePrefetchScheduleRequest request) {
    ConfigurationRules.requireName("Name", request.name());
    String configuration = configurations.get(request.playbackConfigurationName()).name();
    boolean recurring = request.scheduleType() == PrefetchScheduleType.RECURRING;
    check(request, recurring);
    return state.exclusively(
        () -> {
          Instant now = clock.instant();
          long active = of(configuration).stream().filter(other -> end(other).isAfter(now)).count();
          Refusals.requireRoom(active, MAX_ACTIVE, "active prefetch schedules of a configuration");
          PrefetchSchedule schedule =
              Shapes.fill(PrefetchSchedule.builder(), request)
                  .arn(state.prefetches().arn(configuration, request.name()))
                  .scheduleType(
                      recurring ? PrefetchScheduleType.RECURRING : PrefetchScheduleType.SINGLE)
                  .build();
          state.prefetches().insert(schedule);
          return schedule;
        });
  }

  PrefetchSchedule get(String configuration, String name) {
    return of(configuration).stream()
        .filter(schedule -> schedule.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusals.notFound("The prefetch schedule " + name));
  }

  Page<PrefetchSchedule> page(ListPrefetchSchedulesRequest request) {
    ListPrefetchScheduleType type = request.scheduleType();
    List<PrefetchSchedule> wanted =
        of(configurations.get(request.playbackConfigurationName()).name()).stream()
            .filter(
                schedule ->
                    type == null
                        || type == ListPrefetchScheduleType.ALL
                        || type.toString().equals(schedule.scheduleTypeAsString()))
            .filter(
                schedule ->
                    request.streamId() == null || request.streamId().equals(schedule.streamId()))
            .toList();
    return state.prefetches().page(wanted, request.maxResults(), request.nextToken());
  }

  void delete(String configuration, String name) {
    state.prefetches().remove(get(configuration, name));
  }

  /** A removed configuration takes its schedules along. */
  void forget(String configuration) {
    of(configuration).forEach(state.prefetches()::remove);
  }

  private List<PrefetchSchedule> of(String configuration) {
    Instant oldest = clock.instant().minus(KEPT);
    List<PrefetchSchedule> kept = new ArrayList<>();
    for (PrefetchSchedule schedule : state.prefetches().in(configuration)) {
      if (end(schedule).isBefore(oldest)) {
        state.prefetches().remove(schedule);
      } else {
        kept.add(schedule);
      }
    }
    return kept;
  }

  private static void check(CreatePrefetchScheduleRequest request, boolean recurring) {
    PrefetchConsumption consumption = request.consumption();
    boolean single = consumption != null && request.retrieval() != null;
    if (recurring == (request.recurringPrefetchConfiguration() == null) || recurring == single) {
      throw Refusals.invalid(
          "A SINGLE schedule has Retrieval and Consumption, a RECURRING one only a"
              + " RecurringPrefetchConfiguration");
    }
    if (recurring) {
      RecurringPrefetchConfiguration often = request.recurringPrefetchConfiguration();
      requireOrder(often.startTime(), often.endTime());
      requireFew(often.recurringConsumption().availMatchingCriteria());
      return;
    }
    requireOrder(request.retrieval().startTime(), request.retrieval().endTime());
    requireOrder(consumption.startTime(), consumption.endTime());
    requireFew(consumption.availMatchingCriteria());
  }

  private static void requireOrder(@Nullable Instant start, @Nullable Instant end) {
    if (end == null || (start != null && start.isAfter(end))) {
      throw Refusals.invalid("A window needs an EndTime, and it is not before its StartTime");
    }
  }

  private static void requireFew(List<AvailMatchingCriteria> criteria) {
    if (criteria.size() > MAX_CRITERIA) {
      throw Refusals.invalid("A schedule has at most " + MAX_CRITERIA + " AvailMatchingCriteria");
    }
  }

  private static Instant end(PrefetchSchedule schedule) {
    return schedule.scheduleType() == PrefetchScheduleType.RECURRING
        ? schedule.recurringPrefetchConfiguration().endTime()
        : schedule.consumption().endTime();
  }
}
