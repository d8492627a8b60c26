package onair.channel.medialive;

import static onair.channel.medialive.Lookup.byId;
import static onair.channel.medialive.Lookup.unlessConflict;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.channel.parts.EncoderAlerts;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.EncoderState;
import onair.channel.parts.Encoders;
import onair.channel.parts.ObservedEncoder;
import onair.common.aws.Difference;
import onair.common.aws.Differences;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.common.reconcile.InventoryScope;
import onair.common.reconcile.Listed;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelState;

/** Encoders: MediaLive {@code Channel}. */
final class MediaLiveChannels implements Encoders {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final MediaLiveClient client;
  private final EncoderShapes shapes;
  private final ChannelRoll roll;

  /**
   * @param encoderRoleArn role MediaLive acts under
   * @param maxAge how old an observed state may be; our own calls and {@link #outdate} make it
   *     fresh at once
   */
  MediaLiveChannels(
      MediaLiveClient client, String encoderRoleArn, Duration maxAge, InstantSource clock) {
    this.client = client;
    this.shapes = new EncoderShapes(encoderRoleArn);
    this.roll = new ChannelRoll(client, maxAge, clock);
  }

  @Override
  public String kind() {
    return "medialive-channel";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.Token(MediaLiveInputs.TOKEN_VALIDITY);
  }

  /** Out of the common listing; a channel missing there is asked for by id before it is "gone". */
  @Override
  public Optional<Found<ObservedEncoder>> observe(String physicalId) {
    return roll.find(physicalId)
        .map(channel -> channel.state())
        .or(
            () ->
                byId(() -> client.describeChannel(request -> request.channelId(physicalId)))
                    .map(channel -> channel.state()))
        .filter(state -> state != ChannelState.DELETED)
        .map(state -> found(physicalId, state));
  }

  @Override
  public List<Found<ObservedEncoder>> find(Identity identity) {
    return roll.all().stream()
        .filter(channel -> identity.owns(channel.tags()))
        .filter(
            channel ->
                channel.state() != ChannelState.DELETED && channel.state() != ChannelState.DELETING)
        .map(channel -> found(channel.id(), channel.state()))
        .sorted(Ages.OLDEST_FIRST)
        .toList();
  }

  /** One that has no row is asked for what it makes, which its price goes by. */
  @Override
  public List<Listed<ObservedEncoder>> inventory(InventoryScope scope) {
    return roll.all().stream()
        .filter(
            channel ->
                channel.state() != ChannelState.DELETED && channel.state() != ChannelState.DELETING)
        .filter(channel -> scope.covers(channel.id(), channel.tags()))
        .map(
            channel ->
                new Listed<>(
                    found(channel.id(), channel.state()),
                    channel.tags(),
                    scope.knows(channel.id()) ? Map.of() : billed(channel.id(), channel.state())))
        .toList();
  }

  private Map<String, Integer> billed(String id, ChannelState state) {
    return byId(() -> client.describeChannel(request -> request.channelId(id)))
        .map(channel -> EncoderBill.of(EncoderShapes.state(state), channel))
        .orElse(Map.of());
  }

  @Override
  public Found<ObservedEncoder> create(Identity identity, EncoderSpec spec) {
    try {
      var channel = client.createChannel(shapes.createChannel(identity, spec)).channel();
      return found(channel.id(), channel.state());
    } finally {
      roll.outdate();
    }
  }

  @Override
  public List<Difference> differences(Identity identity, EncoderSpec spec, String physicalId) {
    return byId(() -> client.describeChannel(request -> request.channelId(physicalId)))
        .map(found -> Differences.between(shapes.createChannel(identity, spec), found))
        .map(EncoderShapes::withoutKeys)
        .orElse(List.of());
  }

  /** A conflict unless it rests. */
  @Override
  public boolean repair(Identity identity, EncoderSpec spec, String physicalId) {
    changing(() -> client.updateChannel(shapes.updateChannel(physicalId, identity, spec)));
    return true;
  }

  @Override
  public void start(String physicalId) {
    changing(() -> client.startChannel(request -> request.channelId(physicalId)));
  }

  @Override
  public void stop(String physicalId) {
    changing(() -> client.stopChannel(request -> request.channelId(physicalId)));
  }

  /** Whatever was listed before is old: an event told that something has changed. */
  void outdate() {
    roll.outdate();
  }

  @Override
  public EncoderAlerts alerts(String physicalId, int pipelines) {
    return AlertShapes.of(
        client
            .listAlertsPaginator(request -> request.channelId(physicalId).stateFilter("SET"))
            .alerts()
            .stream()
            .toList(),
        pipelines);
  }

  /**
   * Only a channel that rests can be deleted, so a running one is stopped first. In a state newer
   * than this code it may be either, so both are tried.
   */
  @Override
  public Deletion delete(Found<ObservedEncoder> found) {
    EncoderState state = found.observed().state();
    String id = found.physicalId();
    return switch (state) {
      case STARTING, RUNNING, RECOVERING -> {
        unlessConflict(() -> stop(id));
        yield new Deletion.NotYet("MediaLive stops the channel", LOOK_AGAIN);
      }
      case UNKNOWN -> {
        unlessConflict(() -> stop(id));
        unlessConflict(
            () -> changing(() -> client.deleteChannel(request -> request.channelId(id))));
        yield new Deletion.NotYet("the MediaLive channel is in an unknown state", LOOK_AGAIN);
      }
      case CREATING, UPDATING, STOPPING ->
          new Deletion.NotYet("the MediaLive channel is " + state, LOOK_AGAIN);
      case IDLE, UPDATE_FAILED, CREATE_FAILED -> {
        changing(() -> client.deleteChannel(request -> request.channelId(id)));
        yield new Deletion.Requested();
      }
      case DELETING -> new Deletion.Requested();
    };
  }

  @Override
  public String summary(ObservedEncoder observed) {
    return observed.state().name();
  }

  private void changing(Runnable call) {
    try {
      call.run();
    } finally {
      roll.outdate();
    }
  }

  private static Found<ObservedEncoder> found(String id, ChannelState state) {
    return new Found<>(id, new ObservedEncoder(EncoderShapes.state(state)), null);
  }
}
