package onair.channel.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import onair.channel.parts.FlowSpec;
import onair.channel.parts.FlowState;
import onair.channel.parts.Flows;
import onair.channel.parts.ObservedFlow;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;

/** Flows in a {@link FakeCloud}: they start and stop at once unless told otherwise. */
final class FakeFlows extends FakeEdge<FlowSpec, ObservedFlow> implements Flows {

  private static final Map<String, FlowState> STATES = new ConcurrentHashMap<>();

  private final FakeCloud cloud;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile FlowState afterStop = FlowState.STANDBY;

  FakeFlows(FakeCloud cloud) {
    super(
        cloud,
        "mediaconnect-flow",
        new Idempotency.None(),
        (id, spec) -> new ObservedFlow(of(id), "203.0.113.9:" + ((FlowSpec) spec).port()));
    this.cloud = cloud;
  }

  private static FlowState of(String id) {
    return STATES.getOrDefault(id, FlowState.STANDBY);
  }

  void reset() {
    STATES.clear();
    calls.clear();
    afterStop = FlowState.STANDBY;
  }

  /** What becomes of flows that are stopped from now on. */
  void afterStop(FlowState state) {
    afterStop = state;
  }

  /** Every flow there is now is in this state. */
  void all(FlowState state) {
    cloud.all(kind()).forEach(thing -> STATES.put(thing.id(), state));
  }

  /** One flow is in this state. */
  void state(String physicalId, FlowState state) {
    STATES.put(physicalId, state);
  }

  /** Time passes in AWS: what is under way ends, and what is being deleted is gone. */
  void goOn() {
    cloud.all(kind()).forEach(thing -> goOn(thing.id()));
  }

  private void goOn(String id) {
    switch (of(id)) {
      case STARTING, UPDATING -> STATES.put(id, FlowState.ACTIVE);
      case STOPPING -> STATES.put(id, FlowState.STANDBY);
      case DELETING -> cloud.remove(kind(), id);
      case STANDBY, ACTIVE, ERROR, UNKNOWN -> {}
    }
  }

  List<FlowState> states() {
    return cloud.all(kind()).stream().map(thing -> of(thing.id())).toList();
  }

  /** {@code start} and {@code stop}, in order. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public Optional<FlowState> state(String physicalId) {
    return Optional.ofNullable(cloud.get(kind(), physicalId)).map(thing -> of(physicalId));
  }

  @Override
  public void start(String physicalId) {
    change("start", physicalId, FlowState.ACTIVE);
  }

  @Override
  public void stop(String physicalId) {
    change("stop", physicalId, afterStop);
  }

  private void change(String call, String id, FlowState to) {
    cloud.get(kind(), id);
    calls.add(call);
    STATES.put(id, to);
  }

  @Override
  public Deletion delete(Found<ObservedFlow> found) {
    FlowState state = of(found.physicalId());
    if (state == FlowState.ACTIVE || state == FlowState.ERROR || state == FlowState.UNKNOWN) {
      stop(found.physicalId());
    }
    if (state != FlowState.STANDBY) {
      return new Deletion.NotYet("it is " + state, Duration.ofSeconds(1));
    }
    return super.delete(found);
  }
}
