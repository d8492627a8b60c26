package onair.channel.adbreak;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Channels as far as ad breaks are concerned. */
public interface Broadcasts {

  /** A channel of that organization; anybody else's is empty. */
  Optional<Broadcast> find(String organizationId, String channelId);

  /**
   * One channel now.
   *
   * @param status the channel's status in the words of the API
   * @param live whether viewers can watch it
   * @param packaged whether MediaPackage, which passes signals on, packages it
   * @param encoderId AWS's id of its encoder
   */
  record Broadcast(
      String channelId,
      String playbackId,
      String status,
      boolean live,
      boolean packaged,
      @Nullable String encoderId) {}
}
