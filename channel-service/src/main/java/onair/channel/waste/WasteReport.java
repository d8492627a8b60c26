package onair.channel.waste;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import onair.channel.waste.Waste.HourlyPrice;
import onair.common.plan.Catalog;
import onair.common.plan.Plan.Price;
import onair.common.plan.Plan.PricePart;
import onair.common.sweep.Orphan;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds waste in what was written down of channels, their resources and the meter. */
final class WasteReport {

  /**
   * What runs for nobody since, what is kept and billed by the item since, what is kept and not
   * billed by the hour, and what a failed or a deleted channel keeps.
   */
  private static final String CHANNELS =
      """
      with channels as (
        select id, desired, status, (run ->> 'runningSince')::timestamptz as running,
          run ->> 'liveAt' as live, (run ->> 'lostSince')::timestamptz as lost,
          (run ->> 'askedAt')::timestamptz as asked, (holdings ->> 'restingSince')::timestamptz as resting
        from channel where organization_id = :organization
      ), billed as (
        select channel_id, item, started_at, count * price as amount, verified, price_as_of, billed
        from usage_interval where organization_id = :organization and ended_at is null and currency = 'USD'
      ), held as (
        select owner, kind from resource where organization_id = :organization and physical_id is not null
      ), running as (
        select channel_id, sum(amount) as amount, bool_and(verified) as verified, min(price_as_of) as as_of
        from billed where billed = 'RUNNING' group by channel_id
      ), everything as (
        select channel_id, sum(amount) as amount, bool_and(verified) as verified, min(price_as_of) as as_of
        from billed group by channel_id
      )
      select 'nobody_connected' as kind, id, running as since, amount, verified, as_of
        from channels left join running on channel_id = id where desired = 'running' and live is null
      union all
      select 'broadcaster_gone', id, lost, amount, verified, as_of
        from channels left join running on channel_id = id where desired = 'running'
      union all
      select case item when 'medialive idle channel' then 'idle_encoder'
          when 'medialive idle push input' then 'idle_push_input' else 'flow_without_encoder' end,
        id, greatest(started_at, coalesce(resting, asked)), amount, verified, price_as_of
        from channels join billed on channel_id = id
        where desired = 'stopped' and status <> 'failed'
          and item in ('medialive idle channel', 'medialive idle push input', 'mediaconnect flow')
      union all
      select distinct case when kind = 'secretsmanager-secret' then 'kept_secret' else 'kept_origin' end,
        id, resting, null::numeric, null::boolean, null::date
        from channels join held on owner = id
        where desired = 'stopped' and status <> 'failed'
          and (kind = 'secretsmanager-secret' or starts_with(kind, 'mediapackage'))
      union all
      select 'failed_channel_keeps', id, asked, amount, verified, as_of
        from channels left join everything on channel_id = id
        where status = 'failed' and exists (select 1 from held where owner = id)
      union all
      select 'removal_overdue', id, asked, amount, verified, as_of
        from channels left join everything on channel_id = id where desired = 'deleted'
      """;

  private final JdbcClient jdbc;
  private final Function<String, List<Orphan>> orphans;
  private final Catalog catalog;
  private final WasteProperties properties;
  private final InstantSource clock;

  /**
   * @param orphans those of an organization that are there
   */
  WasteReport(
      JdbcClient jdbc,
      Function<String, List<Orphan>> orphans,
      Catalog catalog,
      WasteProperties properties,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.orphans = orphans;
    this.catalog = catalog;
    this.properties = properties;
    this.clock = clock;
  }

  /** All of an organization's, the dearest first. */
  List<Waste> of(String organizationId) {
    Instant now = Times.now(clock);
    return Stream.concat(
            ofChannels(organizationId)
                .filter(waste -> !waste.since().plus(patience(waste.kind())).isAfter(now)),
            orphans.apply(organizationId).stream().map(this::orphaned))
        .sorted(Comparator.comparing(WasteReport::amount).reversed().thenComparing(Waste::id))
        .toList();
  }

  Optional<Waste> find(String organizationId, String id) {
    return of(organizationId).stream().filter(waste -> waste.id().equals(id)).findFirst();
  }

  private Duration patience(WasteKind kind) {
    return kind == WasteKind.REMOVAL_OVERDUE ? properties.removal() : properties.after();
  }

  private static BigDecimal amount(Waste waste) {
    return waste.price() == null ? BigDecimal.ZERO : waste.price().amount();
  }

  private Stream<Waste> ofChannels(String organizationId) {
    return jdbc
        .sql("select * from (" + CHANNELS + ") as waste where since is not null")
        .param("organization", organizationId)
        .query(WasteReport::waste)
        .list()
        .stream();
  }

  private static Waste waste(ResultSet row, int number) throws SQLException {
    Timestamp since = row.getTimestamp("since");
    return new Waste(
        WasteKind.find(row.getString("kind")).orElseThrow(),
        row.getString("id"),
        since.toInstant(),
        price(row));
  }

  private static @Nullable HourlyPrice price(ResultSet row) throws SQLException {
    BigDecimal amount = row.getBigDecimal("amount");
    return amount == null
        ? null
        : new HourlyPrice(amount, row.getBoolean("verified"), row.getDate("as_of").toLocalDate());
  }

  private Waste orphaned(Orphan orphan) {
    var bill = catalog.plan("orphan");
    orphan.billed().forEach(bill::costs);
    Price price = bill.done().price();
    return new Waste(WasteKind.ORPHAN, orphan.id(), orphan.foundAt(), hourly(price));
  }

  private static @Nullable HourlyPrice hourly(Price price) {
    List<PricePart> parts =
        price.parts().stream().filter(part -> part.unit().equals("hour")).toList();
    return parts.isEmpty()
        ? null
        : new HourlyPrice(
            parts.stream()
                .map(
                    part ->
                        new BigDecimal(part.each().amount())
                            .multiply(BigDecimal.valueOf(part.count())))
                .reduce(BigDecimal.ZERO, BigDecimal::add),
            parts.stream().allMatch(PricePart::verified),
            parts.stream().map(PricePart::asOf).min(Comparator.naturalOrder()).orElseThrow());
  }
}
