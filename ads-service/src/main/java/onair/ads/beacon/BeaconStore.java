package onair.ads.beacon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beacons in the database, each kept before it is acknowledged. */
final class BeaconStore {

  private final JdbcClient jdbc;

  BeaconStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Counts it unless it was counted before, also by somebody else at this very moment.
   *
   * @param errorCode of VAST; null unless a player told one
   */
  void count(BeaconEvent event, Impression impression, @Nullable Integer errorCode, Instant now) {
    jdbc.sql(
            """
            insert into beacon (impression_id, event, organization_id, campaign_id, creative_id,
                playback_id, splice_event_id, error_code, day, received_at)
            values (:impression, :event, :organization, :campaign, :creative,
                :playback, :splice, :code, :day, :now)
            on conflict (impression_id, event) do nothing
            """)
        .param("impression", impression.id())
        .param("event", event.word())
        .param("organization", impression.organizationId())
        .param("campaign", impression.campaignId())
        .param("creative", impression.creativeId())
        .param("playback", impression.playbackId())
        .param("splice", impression.spliceEventId())
        .param("code", errorCode)
        .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
