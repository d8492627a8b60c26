package onair.channel.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import onair.channel.quota.Quota;
import onair.channel.quota.QuotaReadings;
import onair.channel.quota.Standing;
import onair.common.plan.Catalog;
import onair.common.plan.Plan.QuotaUse;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a start takes of AWS's quotas and how much of them is left. Counted from the database, where
 * what is promised stands before AWS is asked for it; so starts must go one after the other, see
 * {@link #require}.
 */
final class ChannelQuotas {

  /** Of the lock that is held from counting until what was counted on is committed. */
  private static final long LOCK = 0x6F6E61697271756FL;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final QuotaReadings readings;
  private final Function<ChannelSpec, List<String>> kinds;
  private final Catalog catalog;
  private final boolean refuses;

  /**
   * @param kinds of such a channel's resources
   * @param refuses whether a start that would exceed a limit is refused
   */
  ChannelQuotas(
      JdbcClient jdbc,
      QuotaReadings readings,
      Function<ChannelSpec, List<String>> kinds,
      Catalog catalog,
      boolean refuses) {
    this.jdbc = jdbc;
    this.readings = readings;
    this.kinds = kinds;
    this.catalog = catalog;
    this.refuses = refuses;
  }

  /**
   * Lets a start go on that exceeds nothing; no other start counts until the transaction ends.
   *
   * @throws onair.common.problem.Problem 422 {@code quota_exceeded}, naming each quota
   */
  void require(Channel channel) {
    if (!refuses) {
      return;
    }
    jdbc.sql("select 1 from (select pg_advisory_xact_lock(:lock)) as held")
        .param("lock", LOCK)
        .query(Integer.class)
        .single();
    List<QuotaUse> exceeded = of(channel).stream().filter(QuotaUse::exceeded).toList();
    if (!exceeded.isEmpty()) {
      throw ChannelProblems.quotaExceeded(exceeded);
    }
  }

  /**
   * What a start of the channel as it is takes from; what it has already it does not take again.
   */
  List<QuotaUse> of(Channel channel) {
    Map<String, Set<String>> held = held();
    String self = channel.id().value();
    Map<Quota, Integer> own = Quota.takenBy(held.getOrDefault(self, Set.of()));
    Map<Quota, Integer> used = count(channel, held, own);
    Map<Quota, Standing> standings = readings.all();
    List<QuotaUse> uses = new ArrayList<>();
    taken(channel.spec())
        .forEach(
            (quota, count) -> {
              int needs = Math.max(0, count - own.getOrDefault(quota, 0));
              uses.add(use(quota, needs, used.getOrDefault(quota, 0), standings.get(quota)));
            });
    return uses;
  }

  private QuotaUse use(Quota quota, int needs, int ours, @Nullable Standing standing) {
    Integer standard = catalog.limit(quota.service(), quota.title()).orElse(null);
    Integer limit = standing == null ? null : standing.limit();
    int used = ours + (standing == null ? 0 : standing.others());
    int after = used + needs;
    boolean exceeded = needs > 0 && limit != null && after > limit;
    return new QuotaUse(
        quota.service(), quota.title(), needs, standard, limit, used, after, exceeded);
  }

  /** What all channels have or were promised, this one only what it has. */
  private Map<Quota, Integer> count(
      Channel self, Map<String, Set<String>> held, Map<Quota, Integer> own) {
    Map<String, Map<Quota, Integer>> taken = new HashMap<>();
    held.forEach((owner, there) -> taken.put(owner, Quota.takenBy(there)));
    promised()
        .forEach(
            (id, spec) ->
                taken(spec)
                    .forEach(
                        (quota, count) ->
                            taken
                                .computeIfAbsent(id, none -> new HashMap<>())
                                .merge(quota, count, Math::max)));
    taken.put(self.id().value(), own);
    Map<Quota, Integer> counts = new EnumMap<>(Quota.class);
    taken
        .values()
        .forEach(some -> some.forEach((quota, count) -> counts.merge(quota, count, Integer::sum)));
    return counts;
  }

  private Map<Quota, Integer> taken(ChannelSpec spec) {
    return Quota.takenBy(new HashSet<>(kinds.apply(spec)));
  }

  private Map<String, Set<String>> held() {
    return jdbc
        .sql("select owner, kind from quota_resources()")
        .query((row, number) -> Map.entry(row.getString("owner"), row.getString("kind")))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }

  private Map<String, ChannelSpec> promised() {
    return jdbc
        .sql("select id, spec from quota_channels()")
        .query(
            (row, number) ->
                Map.entry(
                    row.getString("id"), JSON.readValue(row.getString("spec"), ChannelSpec.class)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
