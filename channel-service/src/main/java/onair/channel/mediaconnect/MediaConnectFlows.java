package onair.channel.mediaconnect;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.channel.parts.FlowSpec;
import onair.channel.parts.FlowState;
import onair.channel.parts.Flows;
import onair.channel.parts.ObservedFlow;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.aws.Difference;
import onair.common.aws.Differences;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.common.reconcile.InventoryScope;
import onair.common.reconcile.Listed;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.ListedFlow;
import software.amazon.awssdk.services.mediaconnect.model.MediaConnectException;
import software.amazon.awssdk.services.mediaconnect.model.Status;

/**
 * Flows: MediaConnect {@code Flow}. Creating one knows no token and its name need not be unique, so
 * a lost answer is only resolved by its name and tags. Physical id: the ARN.
 */
final class MediaConnectFlows implements Flows {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final MediaConnectClient client;
  private final FlowShapes shapes;
  private final FlowRoll roll;

  /**
   * @param maxAge how old an observed state may be; our own calls make it fresh at once
   */
  MediaConnectFlows(
      MediaConnectClient client, FlowShapes shapes, Duration maxAge, InstantSource clock) {
    this.client = client;
    this.shapes = shapes;
    this.roll = new FlowRoll(client, maxAge, clock);
  }

  @Override
  public String kind() {
    return "mediaconnect-flow";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.None();
  }

  @Override
  public Optional<Found<ObservedFlow>> observe(String physicalId) {
    return Lookup.byArn(() -> client.describeFlow(request -> request.flowArn(physicalId)).flow())
        .map(MediaConnectFlows::found);
  }

  /** AWS tells no time of creation; any order will do as long as it stays the same. */
  @Override
  public List<Found<ObservedFlow>> find(Identity identity) {
    String name = FlowShapes.name(identity);
    return roll.all().stream()
        .filter(flow -> name.equals(flow.name()) && flow.status() != Status.DELETING)
        .map(ListedFlow::flowArn)
        .filter(arn -> owned(identity, arn))
        .sorted(Comparator.naturalOrder())
        .map(this::observe)
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean owned(Identity identity, String arn) {
    return tags(arn).filter(identity::owns).isPresent();
  }

  private Optional<Map<String, String>> tags(String arn) {
    return Lookup.byArn(
        () -> client.listTagsForResource(request -> request.resourceArn(arn)).tags());
  }

  /** The listing has no tags: they are asked of what has no row. */
  @Override
  public List<Listed<ObservedFlow>> inventory(InventoryScope scope) {
    return roll.all().stream()
        .filter(flow -> flow.status() != Status.DELETING)
        .map(flow -> listed(flow, scope))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Listed<ObservedFlow>> listed(ListedFlow flow, InventoryScope scope) {
    String arn = flow.flowArn();
    FlowState state = FlowShapes.state(flow.status());
    Map<String, Integer> billed =
        state == FlowState.STANDBY ? Map.of() : Map.of("mediaconnect flow", 1);
    return (scope.knows(arn) ? Optional.of(Map.<String, String>of()) : tags(arn))
        .filter(tags -> scope.covers(arn, tags))
        .map(
            tags ->
                new Listed<>(new Found<>(arn, new ObservedFlow(state, null), null), tags, billed));
  }

  @Override
  public Found<ObservedFlow> create(Identity identity, FlowSpec spec) {
    try {
      return found(client.createFlow(shapes.createFlow(identity, spec)).flow());
    } finally {
      roll.outdate();
    }
  }

  @Override
  public List<Difference> differences(Identity identity, FlowSpec spec, String physicalId) {
    return Lookup.byArn(() -> client.describeFlow(request -> request.flowArn(physicalId)).flow())
        .map(found -> Differences.between(shapes.flow(identity, spec), found))
        .orElse(List.of());
  }

  @Override
  public boolean repair(Identity identity, FlowSpec spec, String physicalId) {
    Lookup.byArn(() -> client.describeFlow(request -> request.flowArn(physicalId)).flow())
        .map(Flow::source)
        .ifPresent(
            source ->
                client.updateFlowSource(shapes.updateSource(physicalId, source.sourceArn(), spec)));
    return true;
  }

  @Override
  public Optional<FlowState> state(String physicalId) {
    return roll.find(physicalId)
        .map(flow -> FlowShapes.state(flow.status()))
        .or(() -> observe(physicalId).map(found -> found.observed().state()));
  }

  @Override
  public void start(String physicalId) {
    changing(
        physicalId,
        FlowState.STANDBY,
        () -> client.startFlow(request -> request.flowArn(physicalId)));
  }

  @Override
  public void stop(String physicalId) {
    changing(
        physicalId,
        FlowState.ACTIVE,
        () -> client.stopFlow(request -> request.flowArn(physicalId)));
  }

  /**
   * A flow in a wrong state is refused as a bad request, like any other: only the state itself
   * tells whether that is news.
   *
   * @param from the state the call is meant for
   */
  private void changing(String arn, FlowState from, Runnable call) {
    try {
      call.run();
    } catch (MediaConnectException failure) {
      AwsFailure meaning = AwsFailures.classify(failure);
      boolean refused = meaning == AwsFailure.INVALID || meaning == AwsFailure.CONFLICT;
      if (!refused || observe(arn).filter(flow -> flow.observed().state() == from).isPresent()) {
        throw failure;
      }
    } finally {
      roll.outdate();
    }
  }

  /**
   * Only a flow in standby can be deleted, so an active one is stopped first. One that failed, or
   * is in a state newer than this code, may take either, so both are tried.
   */
  @Override
  public Deletion delete(Found<ObservedFlow> found) {
    String arn = found.physicalId();
    return switch (found.observed().state()) {
      case ACTIVE -> {
        stop(arn);
        yield new Deletion.NotYet("MediaConnect stops the flow", LOOK_AGAIN);
      }
      case ERROR, UNKNOWN -> {
        stop(arn);
        changing(arn, FlowState.STANDBY, () -> client.deleteFlow(request -> request.flowArn(arn)));
        yield new Deletion.NotYet("MediaConnect stops the flow", LOOK_AGAIN);
      }
      case STARTING, UPDATING, STOPPING ->
          new Deletion.NotYet("the flow is " + found.observed().state(), LOOK_AGAIN);
      case STANDBY -> {
        changing(arn, FlowState.STANDBY, () -> client.deleteFlow(request -> request.flowArn(arn)));
        yield new Deletion.Requested();
      }
      case DELETING -> new Deletion.Requested();
    };
  }

  @Override
  public String summary(ObservedFlow observed) {
    return observed.state().name();
  }

  private static Found<ObservedFlow> found(Flow flow) {
    return new Found<>(
        flow.flowArn(),
        new ObservedFlow(FlowShapes.state(flow.status()), FlowShapes.address(flow.source())),
        null);
  }
}
