package onair.awslocal.medialive;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.AdmissionRefused;
import onair.awslocal.media.EncoderEvents;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.LiveEncoders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.medialive.model.ChannelState;

/**
 * Takes channels through their states as time passes and as the media plane reports. The one place
 * where a channel's row changes: a change is written, told to EventBridge and, when it begins a
 * step, scheduled.
 */
final class ChannelRuns {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelRuns.class);

  private final MediaLiveState state;
  private final Lifecycle life;
  private final Times times;
  private final ChannelEvents events;
  private final LiveEncoders encoders;

  ChannelRuns(
      MediaLiveState state,
      Lifecycle life,
      Times times,
      ChannelEvents events,
      LiveEncoders encoders) {
    this.state = state;
    this.life = life;
    this.times = times;
    this.events = events;
    this.encoders = encoders;
  }

  /** Keeps a new channel. */
  ChannelRow add(ChannelRow row) {
    return state.exclusively(() -> keep(null, row));
  }

  /**
   * Changes a channel that is there.
   *
   * @param change may throw, then nothing changes
   */
  ChannelRow change(ChannelRow row, UnaryOperator<ChannelRow> change) {
    return state.exclusively(
        () -> {
          ChannelRow before = state.channels().get(row.scope(), row.id());
          return keep(before, change.apply(before));
        });
  }

  /** Begins a step that somebody asked for, or 409. */
  ChannelRow begin(Step step, ChannelRow row) {
    return change(row, now -> ChannelStates.begin(step, now, times.channel(step, life.now())));
  }

  /** Stops the encoder of a running channel and starts it again after a while. */
  ChannelRow restart(ChannelRow row) {
    ChannelRow restarting = begin(Step.RESTART, row);
    encoders.stop(row.id());
    return restarting;
  }

  /** Goes on where a former process ended: encoders run again, pending steps are due. */
  void resume() {
    for (ChannelRow row : state.channels().all()) {
      schedule(row);
      if (row.state() == ChannelState.RUNNING || row.state() == ChannelState.RECOVERING) {
        launch(row);
      }
    }
  }

  private ChannelRow keep(@Nullable ChannelRow before, ChannelRow after) {
    state.channels().put(after);
    events.tell(before, after);
    Pending pending = after.pending();
    if (pending != null && (before == null || !pending.equals(before.pending()))) {
      schedule(after);
    }
    return after;
  }

  private void schedule(ChannelRow row) {
    Pending pending = row.pending();
    if (pending != null) {
      String what = pending.step() + " channel " + row.id();
      life.at(pending.due(), what, () -> finish(row.id(), pending));
    }
  }

  private void finish(String id, Pending pending) {
    Optional<ChannelRow> found =
        state.channels().get(id).filter(row -> pending.equals(row.pending()));
    if (found.isEmpty()) {
      return;
    }
    ChannelRow row = found.get();
    switch (pending.step()) {
      case CREATE, UPDATE -> change(row, now -> now.in(ChannelState.IDLE, null));
      case START -> launch(row);
      case STOP -> {
        encoders.stop(id);
        change(row, now -> Alerts.clearAll(now.in(ChannelState.IDLE, null), life.now()));
      }
      case DELETE -> {
        change(
            row, now -> now.in(ChannelState.DELETED, times.channel(Step.RELEASE, pending.due())));
        state.forgetSchedule(id);
      }
      case RELEASE -> change(row, now -> now.in(now.state(), Times.forget(pending.due())));
      case RESTART -> launch(row);
      case FORGET -> state.channels().remove(id);
    }
  }

  /** Starts what the channel carries, for one that is STARTING or was running before a restart. */
  private void launch(ChannelRow row) {
    var attachment = row.resource().inputAttachments().getFirst();
    Optional<InputRow> input = state.inputs().find(row.scope(), attachment.inputId());
    switch (EncoderPlan.of(row, input)) {
      case EncoderPlan.Carried(EncoderJob job) -> launch(row, job);
      case EncoderPlan.StatesOnly(String reason) ->
          change(row, now -> Alerts.set(running(now), Alerts.NOT_CARRIED, reason, life.now()));
    }
  }

  private void launch(ChannelRow row, EncoderJob job) {
    // Before the encoder starts, because its first output clears it again.
    change(row, this::withoutPicture);
    try {
      encoders.start(job, new Feed(row));
    } catch (AdmissionRefused e) {
      refused(row, e.getMessage());
      return;
    } catch (RuntimeException e) {
      LOG.error("Channel {} could not be started", row.id(), e);
      refused(row, "The encoder could not be started");
      return;
    }
    change(row, ChannelRuns::running);
  }

  private static ChannelRow running(ChannelRow now) {
    return now.state() == ChannelState.STARTING || now.state() == ChannelState.RECOVERING
        ? now.in(ChannelState.RUNNING, null)
        : now;
  }

  private void refused(ChannelRow row, @Nullable String reason) {
    String why = reason == null ? "The encoder could not be started" : reason;
    change(
        row,
        now -> {
          ChannelRow idle = Alerts.clearAll(now.in(ChannelState.IDLE, null), life.now());
          return Alerts.set(idle, Alerts.START_REFUSED, why, life.now());
        });
  }

  private ChannelRow withoutPicture(ChannelRow now) {
    Instant since = life.now();
    ChannelRow fresh = Alerts.clear(now, Alerts.START_REFUSED, since);
    return Alerts.set(
        Alerts.clear(fresh, Alerts.PIPELINE_FAILED, since),
        Alerts.VIDEO_NOT_DETECTED,
        "Video not detected: check input signal",
        since);
  }

  /** What the media plane reports of one channel; it counts while the channel is meant to run. */
  private final class Feed implements EncoderEvents {

    private final ChannelRow row;

    private Feed(ChannelRow row) {
      this.row = row;
    }

    @Override
    public void inputConnected() {
      LOG.debug("Channel {} has a publisher", row.id());
    }

    @Override
    public void firstOutput() {
      report(
          now -> {
            ChannelRow seen = Alerts.clear(recovered(now), Alerts.VIDEO_NOT_DETECTED, life.now());
            return Alerts.clear(seen, Alerts.PIPELINE_FAILED, life.now());
          });
    }

    @Override
    public void inputLost() {
      report(now -> withoutPicture(recovered(now)));
    }

    @Override
    public void pipelineFailed(String reason) {
      report(
          now -> {
            ChannelRow failed = Alerts.set(now, Alerts.PIPELINE_FAILED, reason, life.now());
            return now.state() == ChannelState.RUNNING
                ? failed.in(ChannelState.RECOVERING, null)
                : failed;
          });
    }

    /** Not while somebody asked for a restart: that ends when the new encoder starts. */
    private ChannelRow recovered(ChannelRow now) {
      return now.state() == ChannelState.RECOVERING && now.pending() == null
          ? now.in(ChannelState.RUNNING, null)
          : now;
    }

    private void report(UnaryOperator<ChannelRow> change) {
      state.exclusively(
          () -> {
            Optional<ChannelRow> known = state.channels().get(row.id()).filter(this::counts);
            known.ifPresent(before -> keep(before, change.apply(before)));
            return known;
          });
    }

    private boolean counts(ChannelRow now) {
      return switch (now.state()) {
        case STARTING, RUNNING, RECOVERING -> true;
        default -> false;
      };
    }
  }
}
