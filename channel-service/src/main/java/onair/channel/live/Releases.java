package onair.channel.live;

import java.time.Instant;
import onair.channel.parts.Companions;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code release}: of which resting channels nothing is to be kept for a quick next
 * start. Beside the channel, because a look that is under way writes what it saw over what the
 * channel has.
 */
final class Releases implements Companions {

  private final JdbcClient jdbc;

  Releases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Belongs to the caller's transaction. */
  void ask(String organizationId, String channelId, Instant now) {
    jdbc.sql(
            """
            insert into release (channel_id, organization_id, asked_at)
            values (:channel, :organization, :now)
            on conflict (channel_id) do update set asked_at = excluded.asked_at
            """)
        .param("channel", channelId)
        .param("organization", organizationId)
        .param("now", Times.utc(now))
        .update();
  }

  /** Whether it was asked for since then. */
  boolean askedSince(String channelId, Instant restingSince) {
    return jdbc.sql(
                "select count(*) from release where channel_id = :channel and asked_at >= :since")
            .param("channel", channelId)
            .param("since", Times.utc(restingSince))
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  public void channelDeleted(String channelId) {
    jdbc.sql("delete from release where channel_id = :channel")
        .param("channel", channelId)
        .update();
  }

  @Override
  public void channelMoved(String channelId) {
    // Nothing of it depends on what the channel has.
  }

  @Override
  public boolean anyOf(String channelId) {
    return false;
  }
}
