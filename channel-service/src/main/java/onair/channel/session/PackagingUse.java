package onair.channel.session;

import java.time.Instant;

/** Something besides recordings that is made out of what a channel has packaged. */
@FunctionalInterface
public interface PackagingUse {

  /** Whether anything is being made out of it that was asked for after that moment. */
  boolean neededSince(String channelId, Instant moment);
}
