package onair.channel.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import onair.channel.parts.EncoderAlerts;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.EncoderState;
import onair.channel.parts.Encoders;
import onair.channel.parts.ObservedEncoder;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;

/** Encoders in a {@link FakeCloud}: they start and stop at once, and miss input until told. */
final class FakeEncoders extends FakeEdge<EncoderSpec, ObservedEncoder> implements Encoders {

  private static final Map<String, EncoderState> STATES = new ConcurrentHashMap<>();
  private static final Set<String> STARVED = ConcurrentHashMap.newKeySet();

  private final FakeCloud cloud;
  private volatile EncoderAlerts alerts = new EncoderAlerts(true, List.of());
  private volatile EncoderState afterStart = EncoderState.RUNNING;
  private volatile EncoderState afterStop = EncoderState.IDLE;
  private volatile int starts;

  FakeEncoders(FakeCloud cloud) {
    super(
        cloud,
        "medialive-channel",
        new Idempotency.Token(Duration.ofMinutes(5)),
        (id, spec) -> new ObservedEncoder(STATES.getOrDefault(id, EncoderState.IDLE)));
    this.cloud = cloud;
  }

  void reset() {
    STATES.clear();
    STARVED.clear();
    alerts = new EncoderAlerts(true, List.of());
    afterStart = EncoderState.RUNNING;
    afterStop = EncoderState.IDLE;
    starts = 0;
  }

  void alerts(boolean missesInput, String... others) {
    alerts = new EncoderAlerts(missesInput, List.of(others));
  }

  /** Nobody sends to that one any more, whatever the others are told. */
  void starve(String physicalId) {
    STARVED.add(physicalId);
  }

  /** One of two pipelines does without the other. */
  void halved(String... others) {
    alerts = new EncoderAlerts(false, true, List.of(others));
  }

  /** What becomes of encoders that are started from now on. */
  void afterStart(EncoderState state) {
    afterStart = state;
  }

  /** What becomes of encoders that are stopped from now on. */
  void afterStop(EncoderState state) {
    afterStop = state;
  }

  /** Every encoder there is now is in this state. */
  void all(EncoderState state) {
    cloud.all(kind()).forEach(thing -> STATES.put(thing.id(), state));
  }

  /** One encoder is in this state. */
  void state(String physicalId, EncoderState state) {
    STATES.put(physicalId, state);
  }

  /** Time passes in AWS: what is under way ends, and what is being deleted is gone. */
  void goOn() {
    cloud.all(kind()).forEach(thing -> goOn(thing.id()));
  }

  private void goOn(String id) {
    switch (STATES.getOrDefault(id, EncoderState.IDLE)) {
      case CREATING -> STATES.put(id, EncoderState.CREATE_FAILED);
      case STARTING -> STATES.put(id, EncoderState.RUNNING);
      case STOPPING -> STATES.put(id, EncoderState.IDLE);
      case UPDATING -> STATES.put(id, EncoderState.UPDATE_FAILED);
      case DELETING -> cloud.remove(kind(), id);
      case IDLE, RUNNING, RECOVERING, CREATE_FAILED, UPDATE_FAILED, UNKNOWN -> {}
    }
  }

  int starts() {
    return starts;
  }

  List<EncoderState> states() {
    return cloud.all(kind()).stream()
        .map(thing -> STATES.getOrDefault(thing.id(), EncoderState.IDLE))
        .toList();
  }

  @Override
  public void start(String physicalId) {
    change(physicalId, Set.of(EncoderState.IDLE), afterStart);
    starts++;
  }

  @Override
  public void stop(String physicalId) {
    change(physicalId, Set.of(EncoderState.RUNNING, EncoderState.RECOVERING), afterStop);
  }

  private void change(String id, Set<EncoderState> from, EncoderState to) {
    EncoderState now = STATES.getOrDefault(id, EncoderState.IDLE);
    if (cloud.get(kind(), id) == null || !from.contains(now)) {
      throw FakeCloud.refusal(409, "ConflictException", "not in that state");
    }
    STATES.put(id, to);
  }

  @Override
  public EncoderAlerts alerts(String physicalId, int pipelines) {
    cloud.get(kind(), physicalId);
    return STARVED.contains(physicalId) ? new EncoderAlerts(true, List.of()) : alerts;
  }

  @Override
  public Deletion delete(Found<ObservedEncoder> found) {
    EncoderState state = found.observed().state();
    if (state.runs()) {
      stop(found.physicalId());
    }
    return state.rests() || state == EncoderState.UNKNOWN
        ? super.delete(found)
        : new Deletion.NotYet("it is " + state, Duration.ofSeconds(1));
  }
}
