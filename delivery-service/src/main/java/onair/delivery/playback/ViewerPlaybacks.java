package onair.delivery.playback;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import onair.common.id.Ids;
import onair.common.tenancy.Tenancy;

/**
 * What viewers are told. They are of no organization; the playback id says whose it is, and all
 * else is asked for as of that organization. The viewers of a broadcast ask all at once, so an
 * answer is kept in memory for one second: a change shows within that time.
 */
final class ViewerPlaybacks {

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int MOST_KEPT = 10_000;

  private final PlaybackStore store;
  private final Playbacks playbacks;
  private final LoadingCache<String, Optional<ViewerPlayback>> told;

  ViewerPlaybacks(PlaybackStore store, Playbacks playbacks) {
    this.store = store;
    this.playbacks = playbacks;
    this.told =
        Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST_KEPT)
            .executor(Runnable::run)
            .build(this::read);
  }

  /** Empty for what nobody has, was removed, or is no playback id at all. */
  Optional<ViewerPlayback> find(String playbackId) {
    return Ids.isValid("pb", playbackId) ? told.get(playbackId) : Optional.empty();
  }

  private Optional<ViewerPlayback> read(String playbackId) {
    return Tenancy.asSystem(() -> store.ownerOf(playbackId))
        .flatMap(owner -> Tenancy.as(owner, () -> playbacks.find(owner, playbackId)))
        .map(ViewerPlayback::of);
  }
}
