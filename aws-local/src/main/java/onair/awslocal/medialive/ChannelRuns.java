package onair.awslocal.medialive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.AdmissionRefused;
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
  private final InputSecrets secrets;
  private BiConsumer<ChannelRow, String> inputEnded = (row, input) -> {};

  ChannelRuns(
      MediaLiveState state,
      Lifecycle life,
      Times times,
      ChannelEvents events,
      LiveEncoders encoders,
      InputSecrets secrets) {
    this.state = state;
    this.life = life;
    this.times = times;
    this.events = events;
    this.encoders = encoders;
    this.secrets = secrets;
  }

  /** Lets somebody know when a file has ended that a channel shows, by its attachment's name. */
  void onInputEnded(BiConsumer<ChannelRow, String> listener) {
    inputEnded = listener;
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

  /** Stops encoders of a running channel and starts them again after a while. */
  ChannelRow restart(ChannelRow row, Set<Integer> pipelines) {
    ChannelRow restarting = begin(Step.RESTART, row);
    pipelines.forEach(pipeline -> encoders.stop(row.id(), pipeline));
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
    switch (EncoderPlan.of(row, id -> state.inputs().find(row.scope(), id), secrets)) {
      case EncoderPlan.Carried(List<EncoderJob> jobs) -> launch(row, jobs);
      case EncoderPlan.StatesOnly(String reason) ->
          change(row, now -> Alerts.set(running(now), 0, Alerts.NOT_CARRIED, reason, life.now()));
    }
  }

  private void launch(ChannelRow row, List<EncoderJob> jobs) {
    try {
      for (EncoderJob job : jobs) {
        if (encoders.health(row.id(), job.pipeline()).isEmpty()) {
          // Before the encoder starts, because its first output clears it again.
          change(row, now -> PipelineFeed.withoutPicture(now, job.pipeline(), life.now()));
        }
        encoders.start(job, new PipelineFeed(row, job.pipeline(), this, life));
      }
    } catch (AdmissionRefused e) {
      refused(row, e.getMessage());
      return;
    } catch (RuntimeException e) {
      LOG.error("Channel {} could not be started", row.id(), e);
      encoders.stop(row.id());
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
          return Alerts.set(idle, 0, Alerts.START_REFUSED, why, life.now());
        });
  }

  /** What the media plane reports of a channel; it counts while the channel is meant to run. */
  void report(ChannelRow row, UnaryOperator<ChannelRow> change) {
    state.exclusively(
        () -> {
          Optional<ChannelRow> known =
              state.channels().get(row.id()).filter(ChannelRuns::isMeantToRun);
          known.ifPresent(before -> keep(before, change.apply(before)));
          return known;
        });
  }

  private static boolean isMeantToRun(ChannelRow now) {
    return switch (now.state()) {
      case STARTING, RUNNING, RECOVERING -> true;
      default -> false;
    };
  }

  /** A file has ended that a channel shows. */
  void inputEnded(ChannelRow row, String attachment) {
    inputEnded.accept(row, attachment);
  }

  /** Tells EventBridge of another input. */
  void tellOfInput(ChannelRow row, int pipeline, String attachment, @Nullable String action) {
    events.tellOfInput(row, pipeline, attachment, action);
  }
}
