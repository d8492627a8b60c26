package onair.channel.live;

import java.time.Duration;
import java.util.List;
import onair.channel.ladder.Ladder;
import onair.channel.parts.EncoderTarget;
import onair.channel.parts.EncoderTarget.Store;
import onair.channel.parts.FolderSpec;
import onair.channel.parts.ObservedFolder;
import onair.common.reconcile.ExternalResource;

/** Packaged by the encoder itself, as HLS, into a folder of objects. */
final class Stored implements PackagingLeg {

  private final Store store;
  private final ExternalResource<FolderSpec, ObservedFolder> folders;
  private final ChannelProperties properties;

  Stored(
      Store store,
      ExternalResource<FolderSpec, ObservedFolder> folders,
      ChannelProperties properties) {
    this.store = store;
    this.folders = folders;
    this.properties = properties;
  }

  @Override
  public List<ExternalResource<?, ?>> edges() {
    return List.of(folders);
  }

  @Override
  public Packaged assemble(Walk walk, Channel channel, Ladder ladder) {
    var folder = walk.present(folders, new FolderSpec());
    if (folder == null) {
      return Packaged.NOTHING;
    }
    var target =
        new EncoderTarget.Folder(store, folder.observed().destination(), window(channel.spec()));
    return new Packaged(target, new Origin(folder.observed().originPath(), Origin.HLS, null));
  }

  /** One playlist serves both who joins now and who goes back. */
  private Duration window(ChannelSpec spec) {
    var dvr = Duration.ofSeconds(spec.packaging().dvrWindowSeconds());
    return dvr.compareTo(properties.manifestWindow()) > 0 ? dvr : properties.manifestWindow();
  }

  /** The encoder packages, so there is nothing to be had without it. */
  @Override
  public boolean unserve(Walk walk) {
    return true;
  }

  @Override
  public boolean remove(Walk walk) {
    return walk.absent(folders);
  }
}
