package onair.account.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import onair.account.event.EventFeed;
import onair.common.tenancy.Tenancy;
import onair.test.Receiver;
import onair.test.Receiver.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events on their way to a receiver on this machine that does what the test says. */
class WebhookDeliveryIT extends WebhookIT {

  @Test
  void sendsWhatThePublicLibraryVerifies() {
    JsonNode webhook = create();
    clock.set(Instant.now()); // the library wants the present time
    happens("ch_1", 1);

    soon(() -> assertThat(receiver.taken()).hasSize(1));
    Receiver.Message message = receiver.taken().getFirst();
    String secret = webhook.path("secret").asString();
    assertThat(verifies(secret, message)).isTrue();
    assertThat(verifies(WebhookSecret.next().text(), message)).as("another secret").isFalse();
    assertThat(verifies(secret, new Receiver.Message(message.headers(), message.body() + " ")))
        .as("another body")
        .isFalse();
    assertThat(message.header("webhook-id")).isEqualTo(message.event().path("id").asString());
    assertThat(message.header("Content-Type")).isEqualTo("application/json");
    assertThat(message.body())
        .isEqualTo(api().get("/v1/events/" + message.event().path("id").asString()).text());
  }

  @Test
  void signsWithBothSecretsUntilARotationIsOver() {
    JsonNode webhook = create();
    clock.set(Instant.now());
    var rotated = api().post(path(webhook) + "/secret:rotate", "{\"overlap_seconds\":3600}").json();
    String before = webhook.path("secret").asString();
    String after = rotated.path("secret").asString();
    happens("ch_1", 1);
    soon(() -> assertThat(receiver.taken()).hasSize(1));
    assertThat(verifies(before, receiver.taken().getFirst())).isTrue();
    assertThat(verifies(after, receiver.taken().getFirst())).isTrue();
    assertThat(shown(webhook).path("old_secret_until").asString()).isNotBlank();

    api().post(path(webhook) + "/secret:rotate", "{\"overlap_seconds\":0}");
    happens("ch_1", 2);

    soon(() -> assertThat(receiver.taken()).hasSize(2));
    assertThat(verifies(after, receiver.taken().getLast())).isFalse();
    assertThat(receiver.taken().getLast().header("webhook-signature")).doesNotContain(" ");
  }

  @Test
  void sendsOnlyTheTypesThatAreWanted() {
    create(",\"types\":[\"channel.created\"]");
    happens("ch_1", 1);
    happens("ch_1", 2);
    happens("ch_2", 1);

    soon(() -> assertThat(receiver.sequences()).containsExactlyInAnyOrder(1L, 3L));
  }

  @Test
  void sendsWhatIsFrequentOnlyToThoseWhoNameIt() {
    JsonNode all = create();
    JsonNode following = create(",\"types\":[\"asset.progress\"]");
    List<String> types = List.of("created", "progress", "progress", "ready");
    for (int i = 0; i < types.size(); i++) {
      feed.deliver(
          EventFeed.event(
              "onair.vod-service",
              i + 1,
              organization,
              "asset." + types.get(i),
              "as_1",
              Map.of("name", "Film", "status", "processing", "percent", 10 * i)));
    }

    soon(() -> assertThat(sequences(all)).containsExactly(1L, 4L));
    soon(() -> assertThat(sequences(following)).containsExactly(2L, 3L));
    soon(() -> assertThat(receiver.sequences()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L));
  }

  private List<Long> sequences(JsonNode webhook) {
    return deliveries(webhook).stream()
        .map(delivery -> delivery.path("sequence").asLong())
        .toList();
  }

  @Test
  void keepsTheOrderOfEachResourceThroughFailures() {
    create();
    receiver.answers(
        message ->
            message.resource().equals("ch_1") && receiver.all().size() < 3
                ? Answer.of(503)
                : Answer.of(200));
    for (long number = 1; number <= 5; number++) {
      happens("ch_1", number);
      happens("ch_2", number);
    }

    soon(() -> assertThat(taken("ch_2")).hasSize(5));
    passTimeUntil(Duration.ofHours(1), () -> taken("ch_1").size() == 5);

    assertThat(taken("ch_1")).containsExactly(10L, 20L, 30L, 40L, 50L);
    assertThat(taken("ch_2")).containsExactly(10L, 20L, 30L, 40L, 50L);
  }

  private List<Long> taken(String channel) {
    return receiver.taken().stream()
        .filter(message -> message.resource().equals(channel))
        .map(message -> message.event().path("resource").path("version").asLong())
        .toList();
  }

  @Test
  void losesNothingOfAReceiverThatIsDownForAnHour() {
    JsonNode webhook = create();
    receiver.answers(500);
    for (int minute = 1; minute <= 60; minute++) {
      happens("ch_" + minute % 5, 1 + (minute - 1) / 5);
      clock.advance(Duration.ofMinutes(1));
    }
    soon(() -> assertThat(deliveries(webhook)).hasSize(60));
    assertThat(shown(webhook).path("failing_since").isString()).isTrue();
    assertThat(receiver.taken()).isEmpty();

    receiver.answers(200);

    passTimeUntil(Duration.ofHours(12), () -> receiver.taken().size() == 60);
    assertThat(receiver.sequences())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
    for (int channel = 0; channel < 5; channel++) {
      assertThat(taken("ch_" + channel)).isSorted().hasSize(12);
    }
    soon(() -> assertThat(statuses(webhook)).containsOnly("succeeded"));
    assertThat(shown(webhook).path("failing_since").isNull()).isTrue();
  }

  @Test
  void triesTenTimesOverThreeDaysThenDisablesTheWebhookAndSaysSo() {
    JsonNode webhook = create(",\"metadata\":{\"crew\":\"a\"}");
    receiver.answers(500);
    happens("ch_1", 1);
    soon(() -> assertThat(receiver.all()).hasSize(1));
    var from = clock.instant();

    passTimeUntil(Duration.ofHours(90), () -> statuses(webhook).equals(List.of("failed")));

    assertThat(receiver.all()).hasSize(10);
    assertThat(Duration.between(from, clock.instant())).isGreaterThan(Duration.ofHours(75));
    JsonNode shown = shown(webhook);
    assertThat(shown.path("status").asString()).isEqualTo("disabled");
    assertThat(shown.path("disabled_reason").asString()).contains("answered 500");
    JsonNode told = outbox("webhook.disabled");
    assertThat(told.path("organization_id").asString()).isEqualTo(organization);
    assertThat(told.path("resource").path("id").asString())
        .isEqualTo(webhook.path("id").asString());
    assertThat(told.path("data").path("metadata").path("crew").asString()).isEqualTo("a");

    happens("ch_1", 2);
    receiver.answers(200);
    api().patch(path(webhook), "{\"status\":\"enabled\"}");
    soon(() -> assertThat(receiver.sequences()).as("goes on where it stopped").containsExactly(2L));
  }

  private JsonNode outbox(String type) {
    return Tenancy.asSystem(
        () ->
            jdbc.sql("select detail from outbox where type = :type and detail like :like")
                .param("type", type)
                .param("like", "%" + organization + "%")
                .query(String.class)
                .optional()
                .map(JsonMapper.shared()::readTree)
                .orElseThrow());
  }

  @Test
  void endsAtOnceWhereTheReceiverWantsNothingAnyMore() {
    JsonNode webhook = create();
    receiver.answers(410);
    happens("ch_1", 1);

    soon(() -> assertThat(shown(webhook).path("status").asString()).isEqualTo("disabled"));
    assertThat(shown(webhook).path("disabled_reason").asString()).contains("410");
    assertThat(statuses(webhook)).containsExactly("pending");

    receiver.answers(200);
    api().patch(path(webhook), "{\"status\":\"enabled\"}");
    soon(() -> assertThat(receiver.sequences()).containsExactly(1L));
  }

  @Test
  void disablesAWebhookWhoseSecretCannotBeReadAndLosesNothing() {
    JsonNode webhook = create();
    Tenancy.runAsSystem(
        () ->
            jdbc.sql(
                    "update webhook set secret = set_byte(secret, 20, 255 - get_byte(secret, 20)) where id = :id")
                .param("id", webhook.path("id").asString())
                .update());
    happens("ch_1", 1);
    happens("ch_1", 2);

    soon(() -> assertThat(shown(webhook).path("status").asString()).isEqualTo("disabled"));
    assertThat(shown(webhook).path("disabled_reason").asString()).contains("Rotate it");
    assertThat(outbox("webhook.disabled").path("data").path("reason").asString())
        .contains("Rotate it");
    assertThat(statuses(webhook)).containsExactly("pending", "pending");
    assertThat(receiver.all()).isEmpty();

    clock.set(Instant.now()); // the library wants the present time
    String secret =
        api().post(path(webhook) + "/secret:rotate", "{}").json().path("secret").asString();
    api().patch(path(webhook), "{\"status\":\"enabled\"}");
    soon(() -> assertThat(receiver.sequences()).containsExactly(1L, 2L));
    assertThat(receiver.taken())
        .allSatisfy(message -> assertThat(verifies(secret, message)).isTrue());
  }

  @Test
  void doesNotRepeatWhatIsRefusedAndSendsTheNext() {
    JsonNode webhook = create();
    receiver.answers(message -> Answer.of(message.sequence() == 1 ? 400 : 200));
    happens("ch_1", 1);
    happens("ch_1", 2);

    soon(() -> assertThat(receiver.sequences()).containsExactly(2L));
    assertThat(receiver.all()).hasSize(2);
    soon(() -> assertThat(statuses(webhook)).containsExactly("failed", "succeeded"));
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    create();
    receiver.answers(
        message ->
            receiver.all().size() == 1
                ? new Answer(429, Map.of("Retry-After", "7200"))
                : Answer.of(200));
    happens("ch_1", 1);
    soon(() -> assertThat(receiver.all()).hasSize(1));
    settle();

    clock.advance(Duration.ofSeconds(7190));
    settle();
    assertThat(receiver.all()).hasSize(1);
    clock.advance(Duration.ofSeconds(10));

    soon(() -> assertThat(receiver.taken()).hasSize(1));
  }

  @Test
  void showsWhatCameOfEachTry() {
    JsonNode webhook = create();
    receiver.answers(message -> Answer.of(receiver.all().size() == 1 ? 503 : 200));
    happens("ch_1", 1);
    passTimeUntil(Duration.ofMinutes(5), () -> statuses(webhook).equals(List.of("succeeded")));

    JsonNode log =
        api()
            .get(
                path(webhook)
                    + "/deliveries/"
                    + deliveries(webhook).getFirst().path("id").asString())
            .json();
    assertThat(log.path("delivery").path("tries").asInt()).isEqualTo(2);
    assertThat(
            log.path("attempts")
                .valueStream()
                .map(
                    one ->
                        one.path("number").asInt()
                            + " "
                            + one.path("status_code").asInt()
                            + " "
                            + one.path("reply").asString()))
        .containsExactly("1 503 thanks", "2 200 thanks");
  }

  @Test
  void redeliversAndReplays() {
    JsonNode webhook = create();
    for (long number = 1; number <= 3; number++) {
      happens("ch_1", number);
    }
    soon(() -> assertThat(receiver.sequences()).containsExactly(1L, 2L, 3L));
    String second =
        path(webhook) + "/deliveries/" + deliveries(webhook).get(1).path("id").asString();

    var again = api().post(second + "/redeliver", "");
    assertThat(again.status()).as(again.text()).isEqualTo(202);
    assertThat(again.json().path("redelivery").asBoolean()).isTrue();
    soon(() -> assertThat(receiver.sequences()).containsExactly(1L, 2L, 3L, 2L));
    assertThat(receiver.taken().getLast().header("webhook-id"))
        .as("the same message")
        .isEqualTo(receiver.taken().get(1).header("webhook-id"));

    var replayed = api().post(path(webhook) + "/replay", "{\"after\":1}");
    assertThat(replayed.status()).isEqualTo(202);
    soon(() -> assertThat(receiver.sequences()).containsExactly(1L, 2L, 3L, 2L, 2L, 3L));
  }

  @Test
  void replaysWhatHappenedBeforeThereWasAWebhook() {
    happens("ch_1", 1);
    happens("ch_1", 2);
    JsonNode webhook = create();
    assertThat(webhook.path("sequence").asLong()).isEqualTo(2);

    api().post(path(webhook) + "/replay", "{\"after\":0}");

    soon(() -> assertThat(receiver.sequences()).containsExactly(1L, 2L));
  }

  @Test
  void cancelsWhatWaitsWhenAReplayTakesItsPlace() {
    JsonNode webhook = create();
    receiver.answers(500);
    happens("ch_1", 1);
    happens("ch_1", 2);
    soon(() -> assertThat(deliveries(webhook)).hasSize(2));
    soon(() -> assertThat(receiver.all()).hasSize(1));
    settle();
    receiver.answers(200);

    api().post(path(webhook) + "/replay", "{\"after\":0}");

    soon(() -> assertThat(receiver.sequences()).containsExactly(1L, 2L));
    soon(
        () ->
            assertThat(statuses(webhook))
                .containsExactly("cancelled", "cancelled", "succeeded", "succeeded"));
  }
}
