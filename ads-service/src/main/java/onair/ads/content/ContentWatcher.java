package onair.ads.content;

/** Hears what was learned, in the transaction that keeps it. */
public interface ContentWatcher {

  /** A channel is new, other than before, or gone. */
  void learned(Channel channel);

  /** An asset is new, other than before, or gone. */
  void learned(Asset asset);

  /** Viewers reach the CDN under another address. */
  void addressChanged();
}
