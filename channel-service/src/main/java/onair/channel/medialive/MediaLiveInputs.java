package onair.channel.medialive;

import static onair.channel.medialive.Lookup.byId;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.channel.parts.InputSpec;
import onair.channel.parts.ObservedInput;
import onair.common.aws.Difference;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.common.reconcile.InventoryScope;
import onair.common.reconcile.Listed;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.DescribeInputResponse;
import software.amazon.awssdk.services.medialive.model.InputDestination;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.InputType;

/**
 * Inputs: MediaLive {@code Input}. One that is pushed to has an address that holds the stream key;
 * one that is fed by a flow has none.
 */
final class MediaLiveInputs implements ExternalResource<InputSpec, ObservedInput> {

  /** MediaLive does not say how long it remembers a request id; we trust it no longer than this. */
  static final Duration TOKEN_VALIDITY = Duration.ofMinutes(5);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final int PAGE = 100;
  private static final Set<InputState> USABLE = Set.of(InputState.DETACHED, InputState.ATTACHED);

  /** What an encoder takes in. */
  static final String MAIN = "medialive-input";

  /** What it takes in instead while nothing comes into the other. */
  static final String BACKUP = "medialive-input/backup";

  private final MediaLiveClient client;
  private final String roleArn;
  private final String kind;

  /**
   * @param roleArn role MediaLive acts under
   * @param kind which of a channel's inputs they are
   */
  MediaLiveInputs(MediaLiveClient client, String roleArn, String kind) {
    this.client = client;
    this.roleArn = roleArn;
    this.kind = kind;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.Token(TOKEN_VALIDITY);
  }

  @Override
  public Optional<Found<ObservedInput>> observe(String physicalId) {
    return byId(() -> client.describeInput(request -> request.inputId(physicalId)))
        .filter(input -> input.state() != InputState.DELETED)
        .map(input -> found(input.id(), input.state(), input.destinations()));
  }

  @Override
  public List<Found<ObservedInput>> find(Identity identity) {
    return client.listInputsPaginator(request -> request.maxResults(PAGE)).inputs().stream()
        .filter(input -> identity.owns(input.tags()))
        .filter(
            input -> input.state() != InputState.DELETED && input.state() != InputState.DELETING)
        .map(input -> found(input.id(), input.state(), input.destinations()))
        .sorted(Ages.OLDEST_FIRST)
        .toList();
  }

  /** Of both kinds, as AWS lists them; which is which is told by the tag. */
  @Override
  public List<Listed<ObservedInput>> inventory(InventoryScope scope) {
    return client.listInputsPaginator(request -> request.maxResults(PAGE)).inputs().stream()
        .filter(
            input -> input.state() != InputState.DELETED && input.state() != InputState.DELETING)
        .filter(input -> scope.covers(input.id(), input.tags()))
        .map(
            input ->
                new Listed<>(
                    found(input.id(), input.state(), input.destinations()),
                    input.tags(),
                    input.type() == InputType.RTMP_PUSH
                        ? Map.of("medialive idle push input", 1)
                        : Map.of()))
        .toList();
  }

  @Override
  public Found<ObservedInput> create(Identity identity, InputSpec spec) {
    var input = client.createInput(InputShapes.createInput(identity, spec, roleArn)).input();
    return found(input.id(), input.state(), input.destinations());
  }

  /**
   * AWS takes it only when no channel holds it any more, which lags behind the channel's end. One
   * that says it is attached and names no channel never detaches by itself, so AWS is asked all the
   * same and has the last word.
   */
  @Override
  public Deletion delete(Found<ObservedInput> found) {
    String state = found.observed().state();
    if (state.equals(InputState.DELETING.toString())) {
      return new Deletion.Requested();
    }
    if (!state.equals(InputState.DETACHED.toString())) {
      List<String> holders = holders(found.physicalId());
      if (!holders.isEmpty()) {
        return new Deletion.NotYet(
            "MediaLive channel " + String.join(", ", holders) + " holds the input", LOOK_AGAIN);
      }
    }
    client.deleteInput(request -> request.inputId(found.physicalId()));
    return new Deletion.Requested();
  }

  @Override
  public List<Difference> differences(Identity identity, InputSpec spec, String physicalId) {
    return byId(() -> client.describeInput(request -> request.inputId(physicalId)))
        .map(found -> InputShapes.differences(identity, spec, roleArn, found))
        .orElse(List.of());
  }

  @Override
  public boolean repair(Identity identity, InputSpec spec, String physicalId) {
    client.updateInput(InputShapes.updateInput(physicalId, identity, spec, roleArn));
    return true;
  }

  private List<String> holders(String id) {
    return byId(() -> client.describeInput(request -> request.inputId(id)))
        .map(DescribeInputResponse::attachedChannels)
        .orElse(List.of());
  }

  @Override
  public String summary(ObservedInput observed) {
    return observed.state();
  }

  private static Found<ObservedInput> found(
      String id, InputState state, List<InputDestination> destinations) {
    List<String> urls =
        destinations.stream()
            .map(destination -> InputShapes.addressWithoutStream(destination.url()))
            .flatMap(Optional::stream)
            .toList();
    return new Found<>(id, new ObservedInput(USABLE.contains(state), state.toString(), urls), null);
  }
}
