package onair.channel.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onair.channel.parts.FlowSpec;
import onair.channel.parts.FlowState;
import onair.channel.parts.InputSpec;
import onair.channel.parts.Parts;
import onair.channel.parts.SecretSpec;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Contributed by SRT through a MediaConnect flow, which is paid for by the hour while it is active:
 * it is started right before the encoder and stopped right after it.
 */
final class SrtIngest implements IngestLeg {

  /** How long lost packets can be asked for again; both ends take the longer one of theirs. */
  static final Duration LATENCY = Duration.ofMillis(500);

  private final Parts parts;
  private final ChannelProperties properties;
  private final Inputs inputs;

  SrtIngest(Parts parts, ChannelProperties properties) {
    this.parts = parts;
    this.properties = properties;
    this.inputs = new Inputs(parts.inputs(), properties);
  }

  @Override
  public List<ExternalResource<?, ?>> edges() {
    return List.of(parts.secrets(), parts.flows(), parts.inputs());
  }

  @Override
  public @Nullable Entry assemble(Walk walk, Channel channel) {
    var secret = walk.present(parts.secrets(), new SecretSpec(channel.streamKey().value()));
    Integer port = channel.srtPort();
    if (secret == null || port == null) {
      return null;
    }
    var cidr =
        channel.spec().ingest().allowedCidrs().stream()
            .findFirst()
            .orElseGet(() -> properties.ingest().cidrs().getFirst());
    var flow =
        walk.present(parts.flows(), new FlowSpec(port, cidr, secret.observed().arn(), LATENCY));
    if (flow == null) {
      return null;
    }
    var input = inputs.usable(walk, new InputSpec.FromFlow(flow.physicalId()));
    String address = flow.observed().address();
    return input == null
        ? null
        : new Entry(input.physicalId(), address == null ? null : "srt://" + address, false);
  }

  /** The input goes first: MediaLive takes its own output off the flow with it. */
  @Override
  public boolean remove(Walk walk) {
    return walk.absent(parts.inputs())
        && walk.absent(parts.flows())
        && walk.absent(parts.secrets());
  }

  @Override
  public boolean open(Walk walk) {
    String flow = walk.recordedId(parts.flows());
    FlowState state = state(flow);
    if (flow == null || state == null) {
      walk.waitFor(new Outcome.Failed("the flow is not there", Upkeep.RETRY));
      return false;
    }
    return switch (state) {
      case ACTIVE -> true;
      case STANDBY -> {
        parts.flows().start(flow);
        yield waits(walk, FlowState.STARTING);
      }
      case ERROR -> {
        parts.flows().stop(flow);
        walk.waitFor(new Outcome.Failed("the flow failed and is restarted", Upkeep.RETRY));
        yield false;
      }
      case STARTING, UPDATING, STOPPING, DELETING, UNKNOWN -> waits(walk, state);
    };
  }

  @Override
  public boolean close(Walk walk) {
    String flow = walk.recordedId(parts.flows());
    FlowState state = state(flow);
    if (flow == null || state == null) {
      return true;
    }
    return switch (state) {
      case STANDBY, DELETING -> true;
      case ACTIVE, ERROR -> {
        parts.flows().stop(flow);
        yield waits(walk, FlowState.STOPPING);
      }
      case STARTING, UPDATING, STOPPING, UNKNOWN -> waits(walk, state);
    };
  }

  private @Nullable FlowState state(@Nullable String flow) {
    return Optional.ofNullable(flow).flatMap(parts.flows()::state).orElse(null);
  }

  private boolean waits(Walk walk, FlowState state) {
    walk.waitFor(new Outcome.Waiting("the flow is " + state, properties.watch().transitional()));
    return false;
  }
}
