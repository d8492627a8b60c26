package onair.awslocal.mediaconnect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.FlowRefused;
import onair.awslocal.media.TransportFlows;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.Messages;
import software.amazon.awssdk.services.mediaconnect.model.Source;
import software.amazon.awssdk.services.mediaconnect.model.Status;

/**
 * Takes flows through their states as time passes, and keeps what runs the same as what is kept.
 * The one place where a flow's state changes: it is written, told to EventBridge and, when it
 * begins a step, scheduled.
 */
final class FlowRuns {

  private static final Logger LOG = LoggerFactory.getLogger(FlowRuns.class);

  private final MediaConnectState state;
  private final Lifecycle life;
  private final Times times;
  private final FlowNews news;
  private final FlowPlan plan;
  private final TransportFlows media;
  private final FlowMeasures measures;
  private final Map<String, LiveFlow> live = new ConcurrentHashMap<>();

  FlowRuns(
      MediaConnectState state,
      Lifecycle life,
      Times times,
      FlowNews news,
      FlowPlan plan,
      TransportFlows media,
      FlowMeasures measures) {
    this.state = state;
    this.life = life;
    this.times = times;
    this.news = news;
    this.plan = plan;
    this.media = media;
    this.measures = measures;
  }

  /** Begins a step that somebody asked for, or 400. */
  FlowRow begin(Step step, @Nullable String arn) {
    FlowRow known = state.get(Scope.current(), arn);
    return state.exclusively(
        known.arn(),
        () -> {
          FlowRow row = state.get(known.scope(), known.arn());
          if (step == Step.START) {
            FlowPlan.requireCarried(row);
          }
          return become(row, FlowStates.begin(step, row, times.after(step, life.now())));
        });
  }

  /**
   * Changes what goes out of a flow, at once and without disturbing the rest of it.
   *
   * @param change may throw, then nothing changes
   */
  FlowRow rearrange(Scope scope, @Nullable String arn, UnaryOperator<FlowRow> change) {
    FlowRow known = state.get(scope, arn);
    return state.claiming(
        known.arn(),
        () -> {
          FlowRow row = state.get(scope, known.arn());
          FlowStates.requireSettled(row);
          FlowRow wanted = change.apply(row);
          FlowRules.check(wanted.resource());
          if (row.status() == Status.ACTIVE) {
            apply(row, wanted);
          }
          return become(row, wanted);
        });
  }

  /** As {@link #rearrange}, in whatever state the flow is: what runs next has it. */
  void rearrangeAnytime(Scope scope, String arn, UnaryOperator<FlowRow> change) {
    FlowRow known = state.get(scope, arn);
    state.exclusively(
        known.arn(),
        () -> {
          FlowRow row = state.get(scope, known.arn());
          FlowRow wanted = change.apply(row);
          if (row.status() == Status.ACTIVE) {
            apply(row, wanted);
          }
          return become(row, wanted);
        });
  }

  /** Changes a flow itself or its sources; one that runs is UPDATING for a while. */
  FlowRow alter(Scope scope, @Nullable String arn, UnaryOperator<FlowRow> change) {
    FlowRow known = state.get(scope, arn);
    return state.claiming(
        known.arn(),
        () -> {
          FlowRow row = state.get(scope, known.arn());
          FlowStates.requireSettled(row);
          FlowRow wanted = change.apply(row);
          FlowRules.check(wanted.resource());
          return row.status() == Status.ACTIVE
              ? become(row, wanted.in(Status.UPDATING, times.after(Step.UPDATE, life.now())))
              : become(row, wanted);
        });
  }

  /** Goes on where a former process ended: flows run again, pending steps are due. */
  void resume() {
    for (FlowRow row : state.all()) {
      if (row.pending() != null) {
        schedule(row);
      }
      if (row.status() == Status.ACTIVE) {
        life.at(life.now(), "resume flow " + row.arn(), () -> resume(row.arn()));
      }
    }
  }

  private void resume(String arn) {
    state.exclusively(
        arn,
        () -> {
          Optional<FlowRow> row = state.find(arn).filter(found -> found.status() == Status.ACTIVE);
          row.ifPresent(found -> launch(found, found));
          return row;
        });
  }

  /** The flow as AWS shows it, with who is connected. */
  Flow seen(FlowRow row) {
    LiveFlow running = live.get(row.arn());
    if (running == null) {
      return row.resource();
    }
    List<Source> sources =
        row.resource().sources().stream()
            .map(s -> s.toBuilder().peerIpAddress(running.peer(FlowPlan.id(s))).build())
            .toList();
    return row.resource().toBuilder()
        .source(sources.getFirst())
        .sources(sources)
        .outputs(
            row.resource().outputs().stream()
                .map(o -> o.toBuilder().peerIpAddress(running.peer(FlowPlan.id(o))).build())
                .toList())
        .build();
  }

  /** What is wrong with it. */
  Messages messages(FlowRow row) {
    LiveFlow running = live.get(row.arn());
    List<String> errors = running == null ? row.errors() : running.errors(row);
    return Messages.builder().errors(errors).build();
  }

  private FlowRow become(FlowRow before, FlowRow after) {
    state.update(after.arn(), current -> after);
    if (before.status() != after.status()) {
      news.status(after.arn(), before.status(), after.status());
    }
    if (after.pending() != null && !after.pending().equals(before.pending())) {
      schedule(after);
    }
    return after;
  }

  private void schedule(FlowRow row) {
    Pending pending = row.pending();
    if (pending != null) {
      String what = pending.step() + " flow " + row.resource().name();
      life.at(pending.due(), what, () -> finish(row.arn(), pending));
    }
  }

  private void finish(String arn, Pending pending) {
    state.exclusively(
        arn,
        () -> {
          Optional<FlowRow> row = state.find(arn).filter(found -> pending.equals(found.pending()));
          row.ifPresent(found -> finish(found, pending.step()));
          return row;
        });
  }

  private void finish(FlowRow row, Step step) {
    switch (step) {
      case START, UPDATE -> launch(row, row.in(Status.ACTIVE, null));
      case STOP -> {
        halt(row);
        become(row, row.in(Status.STANDBY, null));
      }
      case DELETE -> {
        halt(row);
        state.remove(row.arn());
      }
    }
  }

  private void launch(FlowRow row, FlowRow active) {
    try {
      run(row);
      become(row, active);
    } catch (FlowRefused e) {
      LOG.warn("Flow {}: {}", row.arn(), e.getMessage());
      fail(row, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("Flow {} could not be started", row.arn(), e);
      fail(row, "The flow could not be started");
    }
  }

  private void fail(FlowRow row, String why) {
    halt(row);
    become(row, row.failed(why));
    news.alert(row.arn(), row.arn(), "FLOW_NOT_STARTED", why);
  }

  /** Lets a running flow be as wanted; when it cannot, it stays as it is and 400 says why. */
  private void apply(FlowRow row, FlowRow wanted) {
    try {
      run(wanted);
    } catch (FlowRefused e) {
      launch(row, row);
      throw Refusals.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private void run(FlowRow row) {
    String arn = row.arn();
    media.start(
        plan.job(row),
        live.computeIfAbsent(arn, id -> new LiveFlow(() -> state.find(id), news, measures)));
  }

  private void halt(FlowRow row) {
    media.stop(row.arn());
    live.remove(row.arn());
  }
}
