package onair.channel.live;

import java.util.List;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.InputSpec;
import onair.channel.parts.Parts;
import onair.common.reconcile.ExternalResource;
import org.jspecify.annotations.Nullable;

/** Pushed by RTMP straight to MediaLive. */
final class RtmpIngest implements IngestLeg {

  /** RTMP application every stream key is pushed under. */
  private static final String APPLICATION = "live";

  private final Parts parts;
  private final ChannelProperties properties;
  private final Inputs inputs;

  RtmpIngest(Parts parts, ChannelProperties properties) {
    this.parts = parts;
    this.properties = properties;
    this.inputs = new Inputs(parts.inputs(), properties);
  }

  @Override
  public List<ExternalResource<?, ?>> edges() {
    return List.of(parts.allowLists(), parts.inputs());
  }

  @Override
  public @Nullable Entry assemble(Walk walk, Channel channel) {
    List<String> own = channel.spec().ingest().allowedCidrs();
    var cidrs = own.isEmpty() ? properties.ingest().cidrs() : own;
    var allowList = walk.present(parts.allowLists(), new AllowListSpec(cidrs));
    if (allowList == null) {
      return null;
    }
    String stream = APPLICATION + "/" + channel.streamKey().value();
    var input = inputs.usable(walk, new InputSpec.Push(stream, allowList.physicalId()));
    return input == null ? null : new Entry(input.physicalId(), input.observed().url(), false);
  }

  @Override
  public boolean remove(Walk walk) {
    return walk.absent(parts.inputs()) && walk.absent(parts.allowLists());
  }
}
