package onair.account.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.test.Receiver;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A test of a webhook on the way of all events: through the bus, the log and the deliveries. */
@WithAwsLocal
class WebhookTestsIT extends WebhookIT {

  private Reply test(JsonNode webhook) {
    return api().post(path(webhook) + "/test", "");
  }

  private List<JsonNode> deliveriesOf(JsonNode webhook, Reply test) {
    return deliveries(webhook).stream()
        .filter(one -> one.path("event_id").equals(test.json().path("event_id")))
        .toList();
  }

  @Test
  void goesToThatWebhookAloneWhateverItsTypesAndIsLogged() {
    JsonNode tried = create(",\"types\":[\"channel.live\"],\"metadata\":{\"crew\":\"a\"}");
    JsonNode other = create();
    clock.set(Instant.now()); // the library wants the present time

    Reply test = test(tried);

    assertThat(test.status()).as(test.text()).isEqualTo(202);
    assertThat(test.json().path("object").asString()).isEqualTo("webhook_test");
    assertThat(test.json().path("webhook_id")).isEqualTo(tried.path("id"));
    String id = test.json().path("event_id").asString();
    soon(() -> assertThat(receiver.taken()).hasSize(1));
    Receiver.Message message = receiver.taken().getFirst();
    assertThat(verifies(tried.path("secret").asString(), message)).isTrue();
    assertThat(message.header("webhook-id")).isEqualTo(id);
    assertThat(message.resource()).isEqualTo(tried.path("id").asString());
    assertThat(message.event().path("type").asString()).isEqualTo("webhook.test");
    assertThat(message.event().at("/data/url").asString()).isEqualTo(receiver.url());
    assertThat(message.event().at("/data/metadata/crew").asString()).isEqualTo("a");
    assertThat(message.body()).isEqualTo(api().get("/v1/events/" + id).text());
    soon(
        () ->
            assertThat(deliveriesOf(tried, test))
                .singleElement()
                .satisfies(
                    delivery ->
                        assertThat(delivery.path("status").asString()).isEqualTo("succeeded")));
    soon(() -> assertThat(shown(other).path("sequence").asLong()).isEqualTo(1));
    assertThat(deliveries(other)).isEmpty();
    assertThat(receiver.all()).hasSize(1);
  }

  @Test
  void isSentOnceSoThatTheNextOneNeedNotWait() {
    JsonNode webhook = create();
    receiver.answers(503);

    Reply first = test(webhook);

    soon(
        () ->
            assertThat(deliveriesOf(webhook, first))
                .singleElement()
                .satisfies(
                    delivery -> {
                      assertThat(delivery.path("status").asString()).isEqualTo("failed");
                      assertThat(delivery.path("tries").asInt()).isEqualTo(1);
                    }));
    assertThat(shown(webhook).path("failing_since").isString()).isTrue();

    receiver.answers(200);
    test(webhook);

    soon(() -> assertThat(receiver.sequences()).containsExactly(2L));
    soon(() -> assertThat(statuses(webhook)).containsExactly("failed", "succeeded"));
    assertThat(shown(webhook).path("failing_since").isNull()).isTrue();
  }

  @Test
  void isRefusedWhereNothingIsSentAndToWhoMayNot() {
    JsonNode webhook = create();
    String path = path(webhook) + "/test";
    assertThat(as(new Caller(Ids.next("org"), "key_9", Set.of("*"))).post(path, "").status())
        .isEqualTo(404);
    assertThat(
            as(new Caller(organization, "key_1", Set.of("webhooks:read"))).post(path, "").status())
        .isEqualTo(403);

    api().patch(path(webhook), "{\"status\":\"disabled\"}");

    assertThat(test(webhook).status()).isEqualTo(409);
    assertThat(test(webhook).code()).isEqualTo("webhook_disabled");
    assertThat(deliveries(webhook)).isEmpty();
  }
}
