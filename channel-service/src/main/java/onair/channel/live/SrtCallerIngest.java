package onair.channel.live;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import onair.channel.parts.InputSpec;
import onair.channel.parts.Parts;
import onair.channel.parts.SecretSpec;
import onair.common.reconcile.ExternalResource;
import org.jspecify.annotations.Nullable;

/**
 * Read by MediaLive from an SRT listener of the broadcaster's, which it calls while its encoder
 * runs; no flow is needed for that.
 */
final class SrtCallerIngest implements IngestLeg {

  private final Parts parts;
  private final Inputs inputs;

  SrtCallerIngest(Parts parts, ChannelProperties properties) {
    this.parts = parts;
    this.inputs = new Inputs(parts.inputs(), properties);
  }

  @Override
  public List<ExternalResource<?, ?>> edges() {
    return List.of(parts.secrets(), parts.inputs());
  }

  @Override
  public @Nullable Entry assemble(Walk walk, Channel channel) {
    var secret = walk.present(parts.secrets(), new SecretSpec(channel.streamKey().value()));
    if (secret == null) {
      return null;
    }
    SourceSpec source = Objects.requireNonNull(channel.spec().ingest().source());
    URI listener = URI.create(source.url());
    var caller =
        new InputSpec.SrtCaller(
            listener.getHost(),
            listener.getPort(),
            source.streamId(),
            secret.observed().arn(),
            SrtIngest.LATENCY);
    var input = inputs.usable(walk, caller);
    return input == null ? null : new Entry(input.physicalId(), null, false);
  }

  @Override
  public boolean remove(Walk walk) {
    return walk.absent(parts.inputs()) && walk.absent(parts.secrets());
  }
}
