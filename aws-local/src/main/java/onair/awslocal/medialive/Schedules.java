package onair.awslocal.medialive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.LiveEncoders;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.BatchUpdateScheduleRequest;
import software.amazon.awssdk.services.medialive.model.BatchUpdateScheduleResponse;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;

/**
 * Schedules of channels. An action takes effect at its time when the channel encodes then and its
 * output passes SCTE-35 on; else it has none, as in AWS.
 */
final class Schedules {

  private final MediaLiveState state;
  private final Lifecycle life;
  private final LiveEncoders encoders;
  private final Table<ScheduleRow> actions;

  Schedules(MediaLiveState state, Lifecycle life, LiveEncoders encoders) {
    this.state = state;
    this.life = life;
    this.encoders = encoders;
    this.actions = state.schedule();
  }

  /** Deletes first, then creates; all or nothing. */
  BatchUpdateScheduleResponse update(BatchUpdateScheduleRequest request) {
    ChannelRow channel = channel(request.channelId());
    if (request.creates() == null && request.deletes() == null) {
      throw Refusals.badRequest("Either creates or deletes is required");
    }
    List<ScheduleAction> wanted =
        request.creates() == null ? List.of() : request.creates().scheduleActions();
    List<String> unwanted = request.deletes() == null ? List.of() : request.deletes().actionNames();
    return state.exclusively(
        () -> {
          prune(channel);
          List<ScheduleRow> present = of(channel);
          Set<String> names = names(present);
          ScheduleRules.known(unwanted, names);
          Set<String> left = new HashSet<>(names);
          unwanted.forEach(left::remove);
          List<ScheduleRow> created =
              new ScheduleRules(life.now())
                  .check(wanted, left).stream()
                      .map(a -> new ScheduleRow(channel.scope(), channel.id(), a.at(), a.action()))
                      .toList();
          List<ScheduleRow> deleted =
              present.stream().filter(row -> unwanted.contains(row.action().actionName())).toList();
          deleted.forEach(row -> actions.remove(row.key()));
          created.forEach(this::add);
          return response(request, created, deleted);
        });
  }

  /** By time. */
  Page<ScheduleRow> describe(
      @Nullable String channelId, @Nullable Integer maxResults, @Nullable String nextToken) {
    ChannelRow channel = channel(channelId);
    prune(channel);
    return Pages.of(of(channel), ScheduleRow::position, maxResults, nextToken);
  }

  /** All actions; those whose time has come already stay done. */
  void delete(@Nullable String channelId) {
    ChannelRow channel = channel(channelId);
    state.exclusively(
        () -> {
          state.forgetSchedule(channel.id());
          return channel;
        });
  }

  /** Schedules what a former process kept; what was due while none ran is missed. */
  void resume() {
    actions.list().stream().filter(row -> !row.at().isBefore(life.now())).forEach(this::schedule);
  }

  private void add(ScheduleRow row) {
    actions.put(row.key(), row);
    schedule(row);
  }

  private void schedule(ScheduleRow row) {
    life.at(row.at(), "action " + row.key(), () -> perform(row));
  }

  private void perform(ScheduleRow row) {
    boolean wanted = actions.get(row.key()).filter(row::equals).isPresent();
    boolean passed =
        state
            .channels()
            .get(row.channelId())
            .flatMap(channel -> MediaPackageOutput.of(channel.scope(), channel.resource()))
            .filter(MediaPackageOutput::passesScte35)
            .isPresent();
    if (wanted && passed) {
      SpliceActions.of(row.action().scheduleActionSettings(), row.at())
          .ifPresent(splice -> encoders.splice(row.channelId(), splice));
    }
  }

  private static BatchUpdateScheduleResponse response(
      BatchUpdateScheduleRequest request, List<ScheduleRow> created, List<ScheduleRow> deleted) {
    var response = BatchUpdateScheduleResponse.builder();
    if (request.creates() != null) {
      response.creates(c -> c.scheduleActions(created.stream().map(ScheduleRow::action).toList()));
    }
    if (request.deletes() != null) {
      response.deletes(d -> d.scheduleActions(deleted.stream().map(ScheduleRow::action).toList()));
    }
    return response.build();
  }

  private List<ScheduleRow> of(ChannelRow channel) {
    return actions.list().stream().filter(row -> row.channelId().equals(channel.id())).toList();
  }

  private void prune(ChannelRow channel) {
    of(channel).stream()
        .filter(row -> row.isPast(life.now()))
        .forEach(row -> actions.remove(row.key()));
  }

  private static Set<String> names(List<ScheduleRow> rows) {
    return rows.stream().map(row -> row.action().actionName()).collect(Collectors.toSet());
  }

  private ChannelRow channel(@Nullable String id) {
    return state.channels().existing(Scope.current(), id);
  }
}
