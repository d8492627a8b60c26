package onair.channel.live;

import java.net.URI;
import java.util.List;
import onair.channel.parts.AllowListSpec;
import onair.channel.parts.EncoderSource;
import onair.channel.parts.InputSpec;
import onair.channel.parts.Parts;
import onair.channel.secret.StreamKey;
import onair.common.reconcile.ExternalResource;
import org.jspecify.annotations.Nullable;

/**
 * Pushed by RTMP straight to MediaLive: to one address for each pipeline of the encoder, and with a
 * backup to as many of another input, which takes over while nothing comes into the first.
 */
final class RtmpIngest implements IngestLeg {

  /** RTMP application every stream key is pushed under. */
  private static final String APPLICATION = "live";

  /** The same for the second pipeline: no two stream names of an input may be alike. */
  private static final String SECOND_APPLICATION = "live2";

  private final Parts parts;
  private final ChannelProperties properties;
  private final Inputs inputs;
  private final Inputs backups;
  private final boolean backed;

  /**
   * @param backed whether another input takes over
   */
  RtmpIngest(Parts parts, ChannelProperties properties, boolean backed) {
    this.parts = parts;
    this.properties = properties;
    this.inputs = new Inputs(parts.inputs(), properties);
    this.backups = new Inputs(parts.backupInputs(), properties);
    this.backed = backed;
  }

  /** What the address of the first pipeline is for the second one. */
  static URI second(URI first) {
    return first.resolve(SECOND_APPLICATION);
  }

  @Override
  public List<ExternalResource<?, ?>> edges() {
    return backed
        ? List.of(parts.allowLists(), parts.inputs(), parts.backupInputs())
        : List.of(parts.allowLists(), parts.inputs());
  }

  @Override
  public @Nullable Entry assemble(Walk walk, Channel channel) {
    List<String> own = channel.spec().ingest().allowedCidrs();
    var cidrs = own.isEmpty() ? properties.ingest().cidrs() : own;
    var allowList = walk.present(parts.allowLists(), new AllowListSpec(cidrs));
    if (allowList == null) {
      return null;
    }
    String list = allowList.physicalId();
    boolean dual = channel.spec().encoding().dual();
    StreamKey key = channel.streamKey();
    var input = inputs.usable(walk, push(key, dual, list));
    var backup = backed ? backups.usable(walk, push(key.backup(), dual, list)) : null;
    if (input == null || backed && backup == null) {
      return null;
    }
    return new Entry(
        new EncoderSource(input.physicalId(), backup == null ? null : backup.physicalId(), false),
        input.observed().urls(),
        backup == null ? List.of() : backup.observed().urls());
  }

  private static InputSpec push(StreamKey key, boolean dual, String allowList) {
    String first = APPLICATION + "/" + key.value();
    return new InputSpec.Push(
        dual ? List.of(first, SECOND_APPLICATION + "/" + key.value()) : List.of(first), allowList);
  }

  /** Also what there was a backup by before. */
  @Override
  public boolean remove(Walk walk) {
    boolean backupGone = walk.absent(parts.backupInputs());
    return walk.absent(parts.inputs()) && backupGone && walk.absent(parts.allowLists());
  }
}
