package onair.awslocal.medialive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.LiveEncoders;
import onair.awslocal.resource.Fingerprint;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.UpdateInputRequest;

/**
 * Inputs: CREATING, DETACHED or ATTACHED, DELETING, DELETED for a while.
 *
 * <p>An RTMP_PUSH input admits publishers from its creation until it is gone. All inputs of this
 * machine share one RTMP port, so a stream name can be in use only once; in AWS each input has an
 * address of its own. A MEDIACONNECT input has an output on each of its flows as long as it is
 * there. What is pulled is read while a channel that shows it runs. Inputs of other types have
 * their states and rules, but nothing is read from them.
 */
final class Inputs {

  private final MediaLiveState state;
  private final Lifecycle life;
  private final Times times;
  private final Quotas quotas;
  private final InputShape shape;
  private final LiveEncoders encoders;
  private final InputFlows flows;

  /** Taken before the state's lock by whatever opens or closes ingest points. */
  private final ReentrantLock ingest = new ReentrantLock();

  Inputs(
      MediaLiveState state,
      Lifecycle life,
      Times times,
      Quotas quotas,
      InputShape shape,
      LiveEncoders encoders,
      InputFlows flows) {
    this.state = state;
    this.life = life;
    this.times = times;
    this.quotas = quotas;
    this.shape = shape;
    this.encoders = encoders;
    this.flows = flows;
  }

  Input create(CreateInputRequest request) {
    var scope = Scope.current();
    String fingerprint = Fingerprint.of(request, "RequestId");
    Tagging.check(request.tags());
    InputShape.Wanted wanted = shape.of(request);
    return changingIngest(
        () -> {
          Optional<InputRow> earlier = createdBy(scope, request.requestId(), fingerprint);
          if (earlier.isPresent()) {
            return seen(earlier.get());
          }
          InputRow row =
              state.exclusively(() -> insert(scope, wanted, request.requestId(), fingerprint));
          connectNew(row);
          row.ingest().forEach(encoders::openIngest);
          schedule(row);
          return seen(row);
        });
  }

  Input describe(@Nullable String id) {
    return seen(state.inputs().get(Scope.current(), id));
  }

  Page<Input> list(@Nullable Integer maxResults, @Nullable String nextToken) {
    Page<InputRow> page = state.inputs().page(Scope.current(), maxResults, nextToken);
    return new Page<>(page.items().stream().map(this::seen).toList(), page.nextToken());
  }

  /** Allowed while no running channel uses the input; new destinations close the old ones. */
  Input update(UpdateInputRequest request) {
    return changingIngest(
        () -> {
          InputRow before = state.inputs().get(Scope.current(), request.inputId());
          InputRow after = state.exclusively(() -> replace(before.id(), request));
          connectOthers(before, after);
          before.ingest().stream()
              .filter(point -> !after.ingest().contains(point))
              .forEach(encoders::closeIngest);
          after.ingest().forEach(encoders::openIngest);
          return seen(after);
        });
  }

  void delete(@Nullable String id) {
    InputRow deleting =
        state.exclusively(
            () -> {
              InputRow row = usable(state.inputs().get(Scope.current(), id));
              state
                  .channelOf(row)
                  .ifPresent(
                      channel -> {
                        throw Refusals.conflict(
                            "Input " + row.id() + " is attached to channel " + channel.id());
                      });
              if (row.state() == InputState.CREATING) {
                throw Refusals.conflict("Input " + row.id() + " is still being created");
              }
              InputRow changed = row.in(InputState.DELETING, times.input(Step.DELETE, life.now()));
              state.inputs().put(changed);
              return changed;
            });
    schedule(deleting);
  }

  /** Goes on where a former process ended: ingest points are open again, pending steps are due. */
  void resume() {
    for (InputRow row : state.inputs().all()) {
      if (!row.isDeleted()) {
        if (!connectAgain(row)) {
          continue;
        }
        row.ingest().forEach(encoders::openIngest);
      }
      schedule(row);
    }
  }

  /** A process that was killed may not have come to it; says false when the input was not made. */
  private boolean connectAgain(InputRow row) {
    try {
      row.flows().forEach(flow -> flows.connect(row.scope(), flow, row.resource().arn()));
    } catch (IllegalArgumentException e) {
      if (row.state() == InputState.CREATING) {
        disconnect(row, row.flows());
        state.inputs().remove(row.id());
        return false;
      }
      // A flow that went later is not missed by what is left.
    }
    return true;
  }

  /** The input as AWS shows it: what is attached to a channel is ATTACHED. */
  Input seen(InputRow row) {
    Optional<ChannelRow> channel = state.channelOf(row);
    Input.Builder seen =
        row.resource().toBuilder().attachedChannels(channel.stream().map(Row::id).toList());
    if (channel.isPresent() && row.state() == InputState.DETACHED) {
      seen.state(InputState.ATTACHED);
    }
    return seen.build();
  }

  /** An input whose flow does not exist is not made. */
  private void connectNew(InputRow row) {
    try {
      row.flows().forEach(flow -> flows.connect(row.scope(), flow, row.resource().arn()));
    } catch (IllegalArgumentException e) {
      disconnect(row, row.flows());
      state.inputs().remove(row.id());
      throw Refusals.badRequest(String.valueOf(e.getMessage()));
    }
  }

  /** An input stays with its flows when one of the new ones does not exist. */
  private void connectOthers(InputRow before, InputRow after) {
    List<String> added = new ArrayList<>(after.flows());
    added.removeAll(before.flows());
    try {
      added.forEach(flow -> flows.connect(after.scope(), flow, after.resource().arn()));
    } catch (IllegalArgumentException e) {
      disconnect(after, added);
      state.inputs().put(before);
      throw Refusals.badRequest(String.valueOf(e.getMessage()));
    }
    List<String> removed = new ArrayList<>(before.flows());
    removed.removeAll(after.flows());
    disconnect(before, removed);
  }

  private void disconnect(InputRow row, List<String> from) {
    from.forEach(flow -> flows.disconnect(row.scope(), flow, row.resource().arn()));
  }

  private InputRow insert(
      Scope scope, InputShape.Wanted wanted, @Nullable String requestId, String fingerprint) {
    String id = state.inputs().freshId();
    Input resource =
        wanted.resource().toBuilder()
            .id(id)
            .arn(scope.arn("medialive", "input:" + id))
            .state(InputState.CREATING)
            .build();
    Pending pending = times.input(Step.CREATE, life.now());
    var row =
        new InputRow(
            scope, id, life.now(), resource, wanted.ingest(), requestId, fingerprint, pending);
    requireGroups(row);
    requireFree(row);
    quotas.oneMoreInput(row.isPush(), state.inputsLike(row));
    state.inputs().put(row);
    return row;
  }

  private InputRow replace(String id, UpdateInputRequest request) {
    InputRow row = usable(state.inputs().get(Scope.current(), id));
    state
        .channelOf(row)
        .filter(channel -> channel.state() != ChannelState.IDLE)
        .ifPresent(
            channel -> {
              throw Refusals.conflict(
                  "Input %s is attached to channel %s, which is in state %s"
                      .formatted(id, channel.id(), channel.state()));
            });
    InputShape.Wanted wanted = shape.of(row, request);
    InputRow changed = row.with(wanted.resource(), wanted.ingest(), row.pending());
    requireGroups(changed);
    requireFree(changed);
    state.inputs().put(changed);
    return changed;
  }

  private Optional<InputRow> createdBy(
      Scope scope, @Nullable String requestId, String fingerprint) {
    Optional<InputRow> earlier = state.inputs().createdBy(scope, requestId);
    earlier.ifPresent(
        row -> {
          if (!row.fingerprint().equals(fingerprint)) {
            throw Refusals.badRequest(
                "RequestId " + requestId + " was used for another input: " + row.id());
          }
        });
    return earlier;
  }

  private void requireGroups(InputRow row) {
    for (String group : row.resource().securityGroups()) {
      if (state.groups().find(row.scope(), group).filter(g -> !g.isDeleted()).isEmpty()) {
        throw Refusals.badRequest("Input security group " + group + " does not exist");
      }
    }
  }

  private void requireFree(InputRow row) {
    for (IngestPoint point : row.ingest()) {
      for (InputRow other : state.inputsAt(point)) {
        if (!other.id().equals(row.id())) {
          throw Refusals.badRequest(
              "The stream name " + point + " is in use by input " + other.id());
        }
      }
    }
  }

  private InputRow usable(InputRow row) {
    if (!row.isUsable()) {
      throw Refusals.conflict("Input " + row.id() + " is in state " + row.state());
    }
    return row;
  }

  private void schedule(InputRow row) {
    Pending pending = row.pending();
    if (pending != null) {
      life.at(
          pending.due(), pending.step() + " input " + row.id(), () -> finish(row.id(), pending));
    }
  }

  private void finish(String id, Pending pending) {
    changingIngest(
        () -> {
          Optional<InputRow> row =
              state.inputs().get(id).filter(found -> pending.equals(found.pending()));
          row.ifPresent(found -> finish(found, pending.step()));
          return row;
        });
  }

  private void finish(InputRow row, Step step) {
    switch (step) {
      case CREATE -> become(row, InputState.DETACHED, null);
      case DELETE -> {
        row.ingest().forEach(encoders::closeIngest);
        disconnect(row, row.flows());
        become(row, InputState.DELETED, times.input(Step.FORGET, life.now()));
      }
      case FORGET -> state.inputs().remove(row.id());
      case START, STOP, UPDATE, RESTART, RELEASE ->
          throw new IllegalStateException("an input has no " + step);
    }
  }

  private void become(InputRow row, InputState next, @Nullable Pending pending) {
    InputRow changed =
        state.exclusively(
            () -> {
              InputRow current = state.inputs().get(row.id()).orElse(row).in(next, pending);
              state.inputs().put(current);
              return current;
            });
    schedule(changed);
  }

  private <T> T changingIngest(Supplier<T> action) {
    ingest.lock();
    try {
      return action.get();
    } finally {
      ingest.unlock();
    }
  }
}
