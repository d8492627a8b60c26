package onair.channel.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import onair.channel.waste.Waste.HourlyPrice;
import onair.common.plan.Catalog;
import onair.common.sweep.Orphan;
import onair.common.tenancy.Tenancy;
import onair.common.tenancy.TenancyConfiguration;
import onair.common.time.Times;
import onair.test.SettableClock;
import onair.test.WithPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each kind of waste is planted in the database, beside what is none. */
@WithPostgres
@SpringBootTest(
    webEnvironment = WebEnvironment.NONE,
    properties = "spring.flyway.locations=classpath:db/common,classpath:db/migration")
class WasteReportIT {

  private static final String ORGANIZATION = "org_waste";
  private static final String OUTPUT = "medialive output avc hd 10mbps 30fps";
  private static final String ENCODER = "medialive idle channel";
  private static final String INPUT = "medialive idle push input";
  private static final LocalDate PRICED = LocalDate.of(2026, 11, 22);

  private final JdbcClient jdbc;
  private final SettableClock clock = SettableClock.create();
  private final Instant before = Times.now(clock).minus(Duration.ofHours(1));

  @Autowired
  WasteReportIT(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(TenancyConfiguration.class)
  static class World {}

  @BeforeEach
  void nothing() {
    for (String table : List.of("channel", "usage_interval", "resource")) {
      asSystem("delete from " + table + " where organization_id = '" + ORGANIZATION + "'");
    }
  }

  private void asSystem(String sql) {
    Tenancy.runAsSystem(() -> jdbc.sql(sql).update());
  }

  @Test
  void tenKindsAreFoundEachWithItsPriceAndWhatEndsIt() {
    channel("ch_nobody", "running", "waiting", "runningSince", null);
    billed("ch_nobody", OUTPUT, "RUNNING", 2, "0.702");
    channel("ch_gone", "running", "reconnecting", "lostSince", null);
    billed("ch_gone", OUTPUT, "RUNNING", 1, "0.702");
    channel("ch_idle", "stopped", "idle", null, before);
    billed("ch_idle", ENCODER, "IDLE", 1, "0.01");
    billed("ch_idle", INPUT, "IDLE", 1, "0.02");
    held("ch_idle", "mediapackage-channel");
    held("ch_idle", "mediapackage-endpoint");
    channel("ch_srt", "stopped", "idle", null, before);
    billed("ch_srt", "mediaconnect flow", "RUNNING", 1, "0.16");
    held("ch_srt", "secretsmanager-secret");
    channel("ch_failed", "stopped", "failed", null, before);
    billed("ch_failed", ENCODER, "IDLE", 1, "0.01");
    held("ch_failed", "medialive-channel");
    channel("ch_left", "deleted", "deleted", null, null);
    billed("ch_left", OUTPUT, "RUNNING", 1, "0.702");

    Map<String, Waste> found =
        report(orphan()).stream().collect(Collectors.toMap(Waste::id, Function.identity()));

    assertThat(found)
        .containsOnlyKeys(
            "nobody_connected.ch_nobody",
            "broadcaster_gone.ch_gone",
            "idle_encoder.ch_idle",
            "idle_push_input.ch_idle",
            "kept_origin.ch_idle",
            "flow_without_encoder.ch_srt",
            "kept_secret.ch_srt",
            "failed_channel_keeps.ch_failed",
            "removal_overdue.ch_left",
            "orphan.orp_1");
    assertThat(found.values()).extracting(Waste::kind).containsOnly(WasteKind.values());
    assertPrice(found.get("nobody_connected.ch_nobody"), "1.404");
    assertPrice(found.get("broadcaster_gone.ch_gone"), "0.702");
    assertPrice(found.get("idle_encoder.ch_idle"), "0.01");
    assertPrice(found.get("idle_push_input.ch_idle"), "0.02");
    assertPrice(found.get("flow_without_encoder.ch_srt"), "0.16");
    assertPrice(found.get("failed_channel_keeps.ch_failed"), "0.01");
    assertPrice(found.get("removal_overdue.ch_left"), "0.702");
    assertPrice(found.get("orphan.orp_1"), "0.16");
    assertThat(found.get("kept_secret.ch_srt")).extracting(Waste::price).isNull();
    assertThat(found.get("kept_origin.ch_idle")).extracting(Waste::price).isNull();
  }

  @Test
  void theDearestIsToldFirst() {
    channel("ch_1", "stopped", "idle", null, before);
    billed("ch_1", ENCODER, "IDLE", 1, "0.01");
    channel("ch_2", "running", "waiting", "runningSince", null);
    billed("ch_2", OUTPUT, "RUNNING", 2, "0.702");

    assertThat(report(orphan()))
        .extracting(Waste::subject)
        .containsExactly("ch_2", "orp_1", "ch_1");
  }

  @Test
  void whatIsOfUseOrMayBecomeSoIsNoWaste() {
    channel("ch_live", "running", "live", "liveAt", null);
    billed("ch_live", OUTPUT, "RUNNING", 1, "0.702");
    held("ch_live", "secretsmanager-secret");
    channel("ch_new", "stopped", "idle", null, null);
    channel("ch_resting", "stopped", "idle", null, Times.now(clock).minusSeconds(60));
    billed("ch_resting", ENCODER, "IDLE", 1, "0.01");
    held("ch_resting", "mediapackage-channel");

    assertThat(report()).isEmpty();
  }

  @Test
  void nobodySeesAnothersWaste() {
    channel("ch_idle", "stopped", "idle", null, before);
    billed("ch_idle", ENCODER, "IDLE", 1, "0.01");

    assertThat(
            Tenancy.asSystem(
                () ->
                    new WasteReport(jdbc, any -> List.of(), Catalog.load(), properties(), clock)
                        .of("org_other")))
        .isEmpty();
  }

  private static WasteProperties properties() {
    return new WasteProperties(Duration.ofMinutes(10), Duration.ofMinutes(30));
  }

  private List<Waste> report(Orphan... orphans) {
    var report =
        new WasteReport(
            jdbc, organization -> List.of(orphans), Catalog.load(), properties(), clock);
    return Tenancy.asSystem(() -> report.of(ORGANIZATION));
  }

  private static void assertPrice(@Nullable Waste waste, String amount) {
    assertThat(waste).isNotNull();
    HourlyPrice price = waste.price();
    assertThat(price).isNotNull();
    assertThat(price.amount()).isEqualByComparingTo(amount);
    assertThat(price.asOf()).isEqualTo(PRICED);
  }

  private Orphan orphan() {
    return new Orphan(
        "orp_1",
        ORGANIZATION,
        "mediaconnect-flow",
        "arn:1",
        "ch_x/mediaconnect-flow",
        "ACTIVE",
        Map.of("mediaconnect flow", 1),
        Orphan.Status.FOUND,
        null,
        before,
        before.plus(Duration.ofDays(1)),
        null);
  }

  /**
   * @param since which of its run's times has come, an hour ago
   */
  private void channel(
      String id, String desired, String status, @Nullable String since, @Nullable Instant resting) {
    String run =
        since == null
            ? "{\"askedAt\":\"%s\"}".formatted(before)
            : "{\"askedAt\":\"%s\",\"runningSince\":\"%s\",\"%s\":\"%s\"%s}"
                .formatted(
                    before,
                    before,
                    since.equals("runningSince") ? "startedAt" : since,
                    before,
                    since.equals("lostSince") ? ",\"liveAt\":\"" + before + "\"" : "");
    Tenancy.runAsSystem(
        () ->
            jdbc.sql(
                    """
                    insert into channel (id, organization_id, playback_id, version, name, metadata, spec,
                        stream_key, desired, status, provisioning, health, run, holdings, operation_id,
                        created_at, updated_at)
                    values (:id, :organization, 'pb_' || :id, 1, 'Show', '{}', '{}', '', :desired, :status,
                        'ready', 'unknown', :run::jsonb, :holdings::jsonb, 'op_1', now(), now())
                    """)
                .param("id", id)
                .param("organization", ORGANIZATION)
                .param("desired", desired)
                .param("status", status)
                .param("run", run)
                .param(
                    "holdings",
                    resting == null ? "{}" : "{\"restingSince\":\"%s\"}".formatted(resting))
                .update());
  }

  private void billed(String channel, String item, String billed, int count, String price) {
    Tenancy.runAsSystem(
        () ->
            jdbc.sql(
                    """
                    insert into usage_interval (organization_id, channel_id, item, billed, count, price,
                        currency, verified, price_as_of, source, minimum_seconds, started_at)
                    values (:organization, :channel, :item, :billed, :count, :price, 'USD', true,
                        :priced, 'a price list', 0, :since)
                    """)
                .param("organization", ORGANIZATION)
                .param("channel", channel)
                .param("item", item)
                .param("billed", billed)
                .param("count", count)
                .param("price", new BigDecimal(price))
                .param("priced", PRICED)
                .param("since", before.atOffset(ZoneOffset.UTC))
                .update());
  }

  private void held(String owner, String kind) {
    Tenancy.runAsSystem(
        () ->
            jdbc.sql(
                    """
                    insert into resource (owner, kind, organization_id, desired, generation, token,
                        outcome, physical_id, removal, fence)
                    values (:owner, :kind, :organization, 'PRESENT', 1, 't', 'KNOWN', :owner || :kind,
                        'NONE', 1)
                    """)
                .param("owner", owner)
                .param("kind", kind)
                .param("organization", ORGANIZATION)
                .update());
  }
}
