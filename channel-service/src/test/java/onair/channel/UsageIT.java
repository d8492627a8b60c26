package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.common.tenancy.Tenancy;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What was billed of an organization, over HTTP. */
@WithAwsLocal
class UsageIT extends ServiceScenario {

  private static final String NOVEMBER = "from=2025-11-01&to=2025-11-30";
  private static final List<String> ALL_WAYS = List.of("day", "channel", "item");

  private final String organization = Ids.next("org");
  private final Caller bookkeeper = caller(organization, "channels:*", "usage:read");
  private final JdbcClient jdbc;

  @Autowired
  UsageIT(@LocalServerPort int port, JdbcClient jdbc) {
    super(port);
    this.jdbc = jdbc;
  }

  private Reply usage(String query) {
    return as(bookkeeper).get("/v1/usage?" + query);
  }

  private BigDecimal cost(String channelId, String query) {
    JsonNode total =
        as(bookkeeper).get("/v1/channels/" + channelId + "/cost?" + query).json().path("total");
    return total.isEmpty() ? BigDecimal.ZERO : amount(total.path(0));
  }

  private static BigDecimal amount(JsonNode money) {
    assertThat(money.path("currency").asString()).isEqualTo("USD");
    return new BigDecimal(money.path("amount").asString());
  }

  private static Map<String, BigDecimal> amounts(JsonNode usage) {
    return usage
        .path("data")
        .valueStream()
        .collect(
            Collectors.toMap(
                group -> group.path("key").asString(), group -> amount(group.path("amount"))));
  }

  /** Of a channel that is there or was once, at 3.60 an hour; a tenth of a cent a second. */
  private void billed(String channelId, String item, String from, String to, boolean verified) {
    Tenancy.runAsSystem(
        () ->
            jdbc.sql(
                    """
                    insert into usage_interval (organization_id, channel_id, item, billed, count, price,
                        currency, verified, price_as_of, source, minimum_seconds, started_at, ended_at)
                    values (:organization, :channel, :item, 'RUNNING', 2, 1.8, 'USD', :verified,
                        '2025-11-01', 'a price list', 600, :from::timestamptz, :to::timestamptz)
                    """)
                .param("organization", organization)
                .param("channel", channelId)
                .param("item", item)
                .param("verified", verified)
                .param("from", from)
                .param("to", to)
                .update());
  }

  @Test
  void isWhatTheChannelsHaveCostTogetherWhateverItIsToldBy() {
    String there =
        as(bookkeeper).post("/v1/channels", "{\"name\":\"Show\"}").json().path("id").asString();
    String gone = Ids.next("ch");
    billed(there, "input", "2025-11-10T12:00:00Z", "2025-11-10T13:00:00Z", true);
    billed(there, "output", "2025-11-10T23:59:00Z", "2025-11-10T23:59:30Z", false);
    billed(gone, "input", "2025-11-30T23:00:00Z", "2025-12-01T02:00:00.5Z", true);
    billed(gone, "output", "2025-10-31T23:54:00Z", "2025-10-31T23:54:01Z", true);

    for (String by : ALL_WAYS) {
      JsonNode usage = usage(NOVEMBER + "&limit=100&by=" + by).json();
      assertThat(amount(usage.path("total")))
          .isEqualByComparingTo(cost(there, NOVEMBER).add(cost(gone, NOVEMBER)))
          .isEqualByComparingTo("8.04");
      assertThat(amounts(usage).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo("8.04");
      assertThat(usage.path("billed_seconds").asLong()).isEqualTo(3600 + 600 + 3600 + 240);
      assertThat(usage.path("verified").asBoolean()).isFalse();
      assertThat(usage.path("until").asString()).isEqualTo("2025-12-01T00:00:00Z");
      assertThat(usage.path("by").asString()).isEqualTo(by);
    }
    assertThat(amounts(usage(NOVEMBER + "&limit=100&by=day").json()))
        .hasSize(30)
        .containsEntry("2025-11-10", new BigDecimal("3.66"))
        .containsEntry("2025-11-11", new BigDecimal("0.54"))
        .containsEntry("2025-11-12", BigDecimal.ZERO);
    JsonNode channels = usage(NOVEMBER + "&by=channel").json();
    assertThat(channels.path("data").findValuesAsString("key")).containsExactly(there, gone);
    assertThat(channels.at("/data/0/name").asString()).isEqualTo("Show");
    assertThat(channels.at("/data/1/name").isNull()).isTrue();
    assertThat(channels.at("/data/1/verified").asBoolean()).isTrue();
    assertThat(channels.path("not_included").valueStream().map(JsonNode::asString))
        .contains("cloudfront delivery", "mediapackage origination", "s3 storage of assets");
    assertThat(cost(gone, "from=2025-12-01&to=2025-12-31")).isEqualByComparingTo("7.201");
  }

  @Test
  void countsWhatRunsAndWhatItHasCostWhenItIsDeleted() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String days = "from=%s&to=%s".formatted(today, today.plusDays(1));
    String id =
        as(bookkeeper).post("/v1/channels", "{\"name\":\"Show\"}").json().path("id").asString();
    String path = "/v1/channels/" + id;
    as(bookkeeper).post(path + "/start", "{}");
    awaitThat(path, reply -> reply.json().path("status").asString().equals("waiting"));

    JsonNode running = usage(days + "&by=channel").json();
    assertThat(running.at("/data/0/key").asString()).isEqualTo(id);
    assertThat(running.at("/data/0/billed_seconds").asLong()).isGreaterThanOrEqualTo(600);

    as(bookkeeper).delete(path);
    awaitThat(path, reply -> reply.status() == 404);

    BigDecimal total = cost(id, "");
    assertThat(total).isGreaterThanOrEqualTo(amount(running.path("total")));
    for (String by : ALL_WAYS) {
      assertThat(amount(usage(days + "&by=" + by).json().path("total")))
          .isEqualByComparingTo(total);
    }
  }

  private void awaitThat(String path, Predicate<Reply> so) {
    await().atMost(Duration.ofSeconds(40)).until(() -> as(bookkeeper).get(path), so);
  }

  @Test
  void isPagedAndTheTotalIsOfAll() {
    for (int i = 1; i <= 3; i++) {
      billed(
          "ch_" + organization + i,
          "input",
          "2025-11-10T12:00:00Z",
          "2025-11-10T1%d:00:00Z".formatted(2 + i),
          true);
    }

    JsonNode first = usage(NOVEMBER + "&by=channel&limit=2").json();
    JsonNode second =
        usage(NOVEMBER + "&by=channel&limit=2&cursor=" + first.path("next_cursor").asString())
            .json();

    assertThat(first.path("data").findValuesAsString("key"))
        .containsExactly("ch_" + organization + 3, "ch_" + organization + 2);
    assertThat(second.path("data").findValuesAsString("key"))
        .containsExactly("ch_" + organization + 1);
    assertThat(second.path("next_cursor").isNull()).isTrue();
    assertThat(amount(first.path("total"))).isEqualByComparingTo("21.6");
    assertThat(second.path("total")).isEqualTo(first.path("total"));
  }

  @Test
  void isNobodyElsesAndNeedsItsScope() {
    billed(Ids.next("ch"), "input", "2025-11-10T12:00:00Z", "2025-11-10T13:00:00Z", true);

    JsonNode others = as(caller(Ids.next("org"), "usage:read")).get("/v1/usage?" + NOVEMBER).json();

    assertThat(amount(others.path("total"))).isZero();
    assertThat(as(caller(organization, "channels:*")).get("/v1/usage").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "by=hour, by unknown_value",
    "from=2025-11-31, from invalid",
    "from=2025-08-01&to=2025-11-01, to out_of_range",
    "limit=101, limit out_of_range"
  })
  void refusesWhatMakesNoSense(String query, String violation) {
    assertThat(usage(query).violations()).containsExactly(violation);
  }
}
