package onair.channel.live;

import java.util.List;
import onair.channel.parts.EncoderSource;
import onair.common.reconcile.ExternalResource;
import org.jspecify.annotations.Nullable;

/** How a broadcast gets to the encoder; one class per protocol. */
interface IngestLeg {

  /** Its resources, in the order in which they are created. */
  List<ExternalResource<?, ?>> edges();

  /** Goes on towards everything of it being there; null until an encoder can use it. */
  @Nullable Entry assemble(Walk walk, Channel channel);

  /**
   * Goes on towards nothing of it being there; the encoder is gone already.
   *
   * @return whether broadcasters have no address any more
   */
  boolean remove(Walk walk);

  /**
   * Goes on towards it carrying what is pushed, which may cost; asked right before the encoder is
   * started, and again while it runs. What MediaLive takes by itself costs next to nothing.
   *
   * @return whether it does now
   */
  default boolean open(Walk walk) {
    return true;
  }

  /**
   * Goes on towards it costing nothing; asked when the encoder rests.
   *
   * @return whether it does not now
   */
  default boolean close(Walk walk) {
    return true;
  }

  /**
   * What an encoder needs of it.
   *
   * @param source what it reads
   * @param urls where to push to, without anything secret, one for each pipeline; empty when AWS
   *     gave no address
   * @param backupUrls where to push to what takes over; empty when there is nothing
   */
  record Entry(EncoderSource source, List<String> urls, List<String> backupUrls) {

    /** Nothing takes over, and no more than one address is pushed to. */
    Entry(String inputId, @Nullable String url, boolean loops) {
      this(new EncoderSource(inputId, loops), url == null ? List.of() : List.of(url), List.of());
    }

    @Nullable String url() {
      return urls.isEmpty() ? null : urls.getFirst();
    }
  }
}
