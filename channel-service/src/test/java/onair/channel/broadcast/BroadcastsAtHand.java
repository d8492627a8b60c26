package onair.channel.broadcast;

import java.time.Instant;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a user may do with planned broadcasts, for tests of channels. */
public final class BroadcastsAtHand {

  private final BroadcastCommands commands;
  private final BroadcastStore store;

  private BroadcastsAtHand(BroadcastCommands commands, BroadcastStore store) {
    this.commands = commands;
    this.store = store;
  }

  /** Planned broadcasts beside the channels of a test. */
  @Configuration(proxyBeanMethods = false)
  @Import(BroadcastConfiguration.class)
  public static class World {

    @Bean
    BroadcastsAtHand broadcastsAtHand(BroadcastCommands commands, BroadcastStore store) {
      return new BroadcastsAtHand(commands, store);
    }
  }

  /**
   * @return its id
   */
  public String plan(
      String organizationId, String channelId, Instant startAt, @Nullable Instant stopAt) {
    return commands
        .plan(organizationId, channelId, new BroadcastRequest(startAt, stopAt, null))
        .id();
  }

  public void cancel(String organizationId, String channelId, String id) {
    commands.cancel(organizationId, channelId, id, IfMatch.any());
  }

  public String status(String id) {
    return store.find(id).map(found -> found.status().word()).orElse("gone");
  }

  public @Nullable String reason(String id) {
    return store.find(id).map(PlannedBroadcast::reason).orElse(null);
  }
}
