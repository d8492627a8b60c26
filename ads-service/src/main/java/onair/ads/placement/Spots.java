package onair.ads.placement;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose ads are shown under which playback id; what a decision needs to know of a placement. */
public final class Spots {

  private final PlacementStore placements;

  Spots(JdbcClient jdbc) {
    this.placements = new PlacementStore(jdbc);
  }

  /**
   * Where ads are wanted.
   *
   * @param preRoll longest time of ads before an asset; null for a channel
   */
  public record Spot(String organizationId, @Nullable Duration preRoll) {}

  /** Empty when no ads are wanted there. */
  public Optional<Spot> find(String playbackId) {
    return placements
        .playing(playbackId)
        .filter(Placement::wanted)
        .map(
            placement ->
                new Spot(placement.organizationId(), preRoll(placement.terms().preRollSeconds())));
  }

  private static @Nullable Duration preRoll(@Nullable Integer seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }
}
