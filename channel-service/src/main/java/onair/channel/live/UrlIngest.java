package onair.channel.live;

import java.util.List;
import java.util.Objects;
import onair.channel.parts.InputSpec;
import onair.channel.parts.InputSpec.FromUrl.Form;
import onair.channel.parts.Parts;
import onair.common.reconcile.ExternalResource;
import org.jspecify.annotations.Nullable;

/** Read from a URL by MediaLive, while its encoder runs: a live stream, or a file over and over. */
final class UrlIngest implements IngestLeg {

  private final Parts parts;
  private final Inputs inputs;

  UrlIngest(Parts parts, ChannelProperties properties) {
    this.parts = parts;
    this.inputs = new Inputs(parts.inputs(), properties);
  }

  @Override
  public List<ExternalResource<?, ?>> edges() {
    return List.of(parts.inputs());
  }

  @Override
  public @Nullable Entry assemble(Walk walk, Channel channel) {
    IngestSpec ingest = channel.spec().ingest();
    Form form =
        switch (ingest.protocol()) {
          case IngestSpec.RTMP_PULL -> Form.RTMP;
          case IngestSpec.HLS_PULL -> Form.HLS;
          default -> Form.MP4;
        };
    String url = Objects.requireNonNull(ingest.source()).url();
    var input = inputs.usable(walk, new InputSpec.FromUrl(form, url));
    return input == null ? null : new Entry(input.physicalId(), null, form == Form.MP4);
  }

  @Override
  public boolean remove(Walk walk) {
    return walk.absent(parts.inputs());
  }
}
