package onair.channel.live;

import java.util.List;
import onair.channel.ladder.Ladder;
import onair.channel.parts.EncoderTarget;
import onair.common.reconcile.ExternalResource;
import org.jspecify.annotations.Nullable;

/** Where a broadcast is packaged and served from; one class per way. */
interface PackagingLeg {

  /** Its resources, in the order in which they are created. */
  List<ExternalResource<?, ?>> edges();

  /** Goes on towards everything of it being there. */
  Packaged assemble(Walk walk, Channel channel, Ladder ladder);

  /**
   * Goes on towards nobody being served; what the encoder writes to stays.
   *
   * @return whether it is gone
   */
  boolean unserve(Walk walk);

  /**
   * Goes on towards nothing of it being there; the encoder is gone already.
   *
   * @return whether it is gone
   */
  boolean remove(Walk walk);

  /**
   * What is there.
   *
   * @param target where the encoder sends to; absent until that is there
   * @param origin where viewers are served from; absent until that is certain
   */
  record Packaged(@Nullable EncoderTarget target, @Nullable Origin origin) {

    static final Packaged NOTHING = new Packaged(null, null);
  }
}
