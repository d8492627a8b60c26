package onair.delivery.playback;

import java.time.InstantSource;
import java.util.Optional;
import onair.delivery.distribution.ServedPaths;

/** Puts together where something plays, of what several services told. */
final class Playbacks {

  private final PlaybackStore store;
  private final ServedPaths paths;
  private final InstantSource clock;

  Playbacks(PlaybackStore store, ServedPaths paths, InstantSource clock) {
    this.store = store;
    this.paths = paths;
    this.clock = clock;
  }

  /** Where that plays now; empty for what is another organization's or was removed. */
  Optional<PlaybackResponse> find(String organizationId, String playbackId) {
    return store
        .find(organizationId, playbackId)
        .map(
            playback ->
                PlaybackResponse.of(
                    playback,
                    store.adRoute(organizationId, playbackId),
                    paths.read()::of,
                    clock.instant()));
  }
}
