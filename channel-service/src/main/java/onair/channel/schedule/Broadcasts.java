package onair.channel.schedule;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Channels as far as the schedule of their encoder is concerned. */
public interface Broadcasts {

  /** A channel of that organization; anybody else's is empty. */
  Optional<Broadcast> find(String organizationId, String channelId);

  /**
   * One channel now.
   *
   * @param status the channel's status in the words of the API
   * @param live whether viewers can watch it
   * @param running whether its encoder runs, whether or not anything comes in
   * @param packaged whether MediaPackage, which passes signals on, packages it
   * @param metadata whether what it makes can carry ID3 tags
   * @param pipelines how many the encoder runs, 1 or 2
   * @param inputs what the encoder can be switched to
   * @param encoderId AWS's id of its encoder
   */
  record Broadcast(
      String channelId,
      String playbackId,
      String status,
      boolean live,
      boolean running,
      boolean packaged,
      boolean metadata,
      int pipelines,
      List<String> inputs,
      @Nullable String encoderId) {

    public Broadcast {
      inputs = List.copyOf(inputs);
    }
  }
}
