package onair.ads.adbreak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onair.ads.adbreak.Decision.Ad;
import onair.common.tenancy.Tenancy;
import onair.test.PostgresDatabase;
import onair.test.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions as they are added up in the database, by whatever node. */
class AvailStoreIT {

  private static final Instant NOON = Instant.parse("2026-12-24T12:00:00Z");
  private static final Avail AVAIL = new Avail("org_1", "pb_1", 7);
  private static final Avail OTHER = new Avail("org_2", "pb_2", 7);

  private final PostgresDatabase database = PostgresDatabase.create();
  private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
  private final AvailStore avails = new AvailStore(jdbc);

  @BeforeEach
  void migrate() {
    database.migrate("classpath:db/common", "classpath:db/migration");
  }

  private static Decision decision(String viewer, int room, Ad... ads) {
    return new Decision(viewer, Duration.ofSeconds(room), List.of(ads));
  }

  private static Ad ad(String creative, int seconds) {
    return new Ad("cmp_1", creative, Duration.ofSeconds(seconds));
  }

  private void add(Avail avail, Decisions decisions, Instant now) {
    Tenancy.runAs(avail.organizationId(), () -> avails.add(avail, decisions, now));
  }

  private List<Object> sums(Avail avail) {
    return Tenancy.as(
        avail.organizationId(),
        () ->
            jdbc.sql(
                    """
                    select decisions, sessions, asked_millis, filled_millis from avail
                    where playback_id = :playback
                    """)
                .param("playback", avail.playbackId())
                .query(
                    (row, number) ->
                        List.<Object>of(
                            row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single());
  }

  private List<String> creatives() {
    return Tenancy.as(
        "org_1",
        () ->
            jdbc.sql("select creative_id || ' ' || decisions from avail_creative order by 1")
                .query(String.class)
                .list());
  }

  private long sessions() {
    return Tenancy.asSystem(
        () -> jdbc.sql("select count(*) from avail_session").query(Long.class).single());
  }

  @Test
  void aSessionCountsOnceWhateverNodeItAsked() {
    Decisions one = new Decisions(decision("s1", 30, ad("crv_1", 10), ad("crv_2", 15)), NOON);
    one.add(decision("s1", 30, ad("crv_1", 10)));
    one.add(decision("s2", 30));
    add(AVAIL, one, NOON.plusSeconds(1));
    add(AVAIL, new Decisions(decision("s1", 30, ad("crv_3", 30)), NOON), NOON.plusSeconds(2));
    add(AVAIL, new Decisions(decision("s3", 20, ad("crv_2", 15)), NOON), NOON.plusSeconds(2));

    assertThat(sums(AVAIL)).containsExactly(5L, 3L, 80_000L, 40_000L);
    assertThat(creatives()).containsExactly("crv_1 1", "crv_2 2");
  }

  @Test
  void decisionsThatCouldNotBeWrittenAreAddedToLaterOnes() {
    Decisions earlier = new Decisions(decision("s1", 30, ad("crv_1", 10)), NOON);
    Decisions later = new Decisions(decision("s1", 30), NOON.plusSeconds(1));
    later.add(decision("s2", 30, ad("crv_1", 10)));

    Decisions both = earlier.plus(later);

    assertThat(both.count()).isEqualTo(3);
    assertThat(both.since()).isEqualTo(NOON);
    assertThat(both.spread()).isEqualTo(new Spread(Duration.ZERO, Duration.ofSeconds(10)));
    add(AVAIL, both, NOON.plusSeconds(2));
    assertThat(sums(AVAIL)).containsExactly(3L, 2L, 60_000L, 20_000L);
  }

  @Test
  void theFirstQuestionIsTheEarliestOfAllNodes() {
    add(AVAIL, new Decisions(decision("s1", 30), NOON), NOON.plusSeconds(1));
    add(AVAIL, new Decisions(decision("s2", 30), NOON.minusSeconds(5)), NOON.plusSeconds(2));
    add(AVAIL, new Decisions(decision("s3", 30), NOON.plusSeconds(5)), NOON.plusSeconds(6));

    Instant first =
        Tenancy.as(
            "org_1",
            () ->
                jdbc.sql("select first_asked_at from avail")
                    .query((row, number) -> row.getTimestamp(1).toInstant())
                    .single());
    assertThat(first).isEqualTo(NOON.minusSeconds(5));
  }

  @Test
  void sessionsAreForgottenAfterADayAndWhatTheyAddUpToStays() {
    var clock = SettableClock.at(NOON);
    var retention = new SessionRetention(avails, clock);
    add(AVAIL, new Decisions(decision("s1", 30), NOON), NOON);
    add(OTHER, new Decisions(decision("s1", 30), NOON), NOON.plusSeconds(60));

    clock.set(NOON.plus(SessionRetention.KEPT));
    Tenancy.asSystem(retention::round);
    assertThat(sessions()).isEqualTo(2);
    clock.set(NOON.plus(SessionRetention.KEPT).plusSeconds(1));
    Duration rest = Tenancy.asSystem(retention::round);

    assertThat(rest).isPositive();
    assertThat(sessions()).isEqualTo(1);
    assertThat(sums(AVAIL)).containsExactly(1L, 1L, 30_000L, 0L);
  }
}
