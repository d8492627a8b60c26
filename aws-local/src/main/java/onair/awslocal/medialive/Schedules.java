package onair.awslocal.medialive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import software.amazon.awssdk.services.medialive.model.FollowPoint;
import software.amazon.awssdk.services.medialive.model.PipelineDetail;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;

/**
 * Schedules of channels. An action takes effect at its time, or when the one that it follows does
 * or its file ends, when the channel encodes then; SCTE-35 and metadata only when its output passes
 * them on. Else it has none, as in AWS.
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
          ScheduleRules.deletable(unwanted, present);
          requireNotActive(channel, unwanted);
          List<ScheduleRow> deleted =
              present.stream().filter(row -> unwanted.contains(row.action().actionName())).toList();
          List<ScheduleRow> left = new ArrayList<>(present);
          left.removeAll(deleted);
          List<ScheduleRow> created =
              new ScheduleRules(life.now(), channel.resource())
                  .check(wanted, left).stream().map(action -> row(channel, action)).toList();
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
    actions.list().stream()
        .filter(row -> !row.isWaiting() && !row.at().isBefore(life.now()))
        .forEach(this::schedule);
  }

  /** A file has ended: what follows the switch to it happens. */
  void inputEnded(ChannelRow channel, String attachment) {
    of(channel).stream()
        .filter(ScheduleRow::isWaiting)
        .filter(row -> follows(row, FollowPoint.END))
        .filter(
            row ->
                actions
                    .get(ScheduleRow.key(channel.id(), String.valueOf(followed(row.action()))))
                    .filter(reference -> !reference.isWaiting() && isSwitch(reference, attachment))
                    .isPresent())
        .forEach(row -> life.at(life.now(), "action " + row.key(), () -> perform(row)));
  }

  /** Name of the action that this one follows; null for one that follows none. */
  static @Nullable String followed(ScheduleAction action) {
    var follow = action.scheduleActionStartSettings().followModeScheduleActionStartSettings();
    return follow == null ? null : follow.referenceActionName();
  }

  private static boolean follows(ScheduleRow row, FollowPoint point) {
    var follow = row.action().scheduleActionStartSettings().followModeScheduleActionStartSettings();
    return follow != null && follow.followPoint() == point;
  }

  private static boolean isSwitch(ScheduleRow row, String attachment) {
    var switched = row.action().scheduleActionSettings().inputSwitchSettings();
    return switched != null && attachment.equals(switched.inputAttachmentNameReference());
  }

  private static ScheduleRow row(ChannelRow channel, ScheduleRules.Timed timed) {
    return new ScheduleRow(
        channel.scope(),
        channel.id(),
        timed.at(),
        timed.action(),
        timed.waits() ? Boolean.TRUE : null);
  }

  /** 422 for the switch that a running channel shows. */
  private static void requireNotActive(ChannelRow channel, List<String> unwanted) {
    var findings = new Findings();
    for (PipelineDetail detail : channel.resource().pipelineDetails()) {
      int index = unwanted.indexOf(String.valueOf(detail.activeInputSwitchActionName()));
      findings.require(
          index < 0,
          "deletes.actionNames[" + index + "]",
          "The input switch is active in pipeline " + detail.pipelineId());
    }
    findings.refuse();
  }

  private void add(ScheduleRow row) {
    actions.put(row.key(), row);
    if (!row.isWaiting()) {
      schedule(row);
    }
  }

  private void schedule(ScheduleRow row) {
    life.at(row.at(), "action " + row.key(), () -> perform(row));
  }

  private void perform(ScheduleRow row) {
    if (actions.get(row.key()).filter(row::equals).isEmpty()) {
      return;
    }
    ScheduleRow done = row.done(row.isWaiting() ? life.now() : row.at());
    actions.put(row.key(), done);
    Optional<ChannelRow> channel = state.channels().get(row.channelId());
    channel.ifPresent(of -> perform(of, done));
    of(row.channelId()).stream()
        .filter(ScheduleRow::isWaiting)
        .filter(next -> row.action().actionName().equals(followed(next.action())))
        .filter(next -> follows(next, FollowPoint.START))
        .forEach(this::perform);
  }

  private void perform(ChannelRow channel, ScheduleRow row) {
    boolean passed =
        MediaPackageOutput.of(channel.scope(), channel.resource())
            .filter(MediaPackageOutput::passesScte35)
            .isPresent();
    if (passed) {
      SpliceActions.of(row.action().scheduleActionSettings(), row.at())
          .ifPresent(splice -> encoders.splice(row.channelId(), splice));
    }
    new ScheduleCommands(channel.resource())
        .of(row.action())
        .ifPresent(command -> encoders.command(row.channelId(), command));
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
    return of(channel.id());
  }

  private List<ScheduleRow> of(String channelId) {
    return actions.list().stream().filter(row -> row.channelId().equals(channelId)).toList();
  }

  private void prune(ChannelRow channel) {
    List<ScheduleRow> all = of(channel);
    Set<String> awaited =
        all.stream()
            .filter(ScheduleRow::isWaiting)
            .map(row -> String.valueOf(followed(row.action())))
            .collect(Collectors.toSet());
    all.stream()
        .filter(row -> row.isPast(life.now()))
        .filter(row -> !awaited.contains(row.action().actionName()))
        .forEach(row -> actions.remove(row.key()));
  }

  private ChannelRow channel(@Nullable String id) {
    return state.channels().existing(Scope.current(), id);
  }
}
