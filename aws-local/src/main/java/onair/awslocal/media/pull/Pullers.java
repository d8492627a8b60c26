package onair.awslocal.media.pull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import onair.awslocal.media.FlowFeeds;
import onair.awslocal.media.Pull;
import onair.awslocal.media.asset.Assets;

/** All sources that are pulled now. Safe from any thread. */
public final class Pullers implements AutoCloseable {

  private final Path ffmpeg;
  private final Assets assets;
  private final ConcurrentMap<String, Puller> pulled = new ConcurrentHashMap<>();

  public Pullers(Path ffmpeg, Assets assets) {
    this.ffmpeg = ffmpeg;
    this.assets = assets;
  }

  /** Begins to pull; a source that is pulled already is pulled on for this listener alone. */
  public void listen(Pull pull, FlowFeeds.Listener listener) {
    Puller puller = new Puller(pull, ffmpeg, assets, listener);
    Puller before = pulled.put(pull.id(), puller);
    if (before != null) {
      before.close();
    }
    puller.start();
  }

  /** Ends it; nothing is called on the listener after this has returned. */
  public void unlisten(Pull pull, FlowFeeds.Listener listener) {
    Puller puller = pulled.get(pull.id());
    if (puller != null && puller.isFor(listener) && pulled.remove(pull.id(), puller)) {
      puller.close();
    }
  }

  /**
   * Ends what arrives, and pulls again after a while.
   *
   * @return false when it is not pulled
   */
  public boolean interrupt(Pull pull, Duration time) {
    Puller puller = pulled.get(pull.id());
    if (puller != null) {
      puller.interrupt(time);
    }
    return puller != null;
  }

  @Override
  public void close() {
    pulled.values().forEach(Puller::close);
    pulled.clear();
  }
}
