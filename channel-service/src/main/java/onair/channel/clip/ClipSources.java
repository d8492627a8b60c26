package onair.channel.clip;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onair.channel.session.PackagedAt;
import org.jspecify.annotations.Nullable;

/** Channels as far as clips can be made of what they broadcast. */
public interface ClipSources {

  /** A channel of that organization; anybody else's is empty. */
  Optional<ClipSource> find(String organizationId, String channelId);

  /**
   * One channel now.
   *
   * @param status the channel's status in the words of the API
   * @param removed whether it is being removed
   * @param clippable whether what packages it hands out stretches of it, in the clear
   * @param packaging where it is packaged; absent while that is not there
   * @param packagedSince since when that is there, which keeps its name when it is made anew
   * @param startOver how much of it can still be played there
   */
  record ClipSource(
      String channelId,
      String status,
      boolean removed,
      boolean clippable,
      @Nullable PackagedAt packaging,
      @Nullable Instant packagedSince,
      Duration startOver) {}
}
