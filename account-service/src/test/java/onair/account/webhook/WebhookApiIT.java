package onair.account.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.common.tenancy.Tenancy;
import onair.test.TestApi;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Webhooks as their organization manages them. */
class WebhookApiIT extends WebhookIT {

  @Test
  void showsTheSecretOnceAndKeepsItEncrypted() {
    var made =
        api()
            .with("Idempotency-Key", Ids.next("key"))
            .post("/v1/webhooks", "{\"url\":\"" + receiver.url() + "\"}");
    String secret = made.json().path("secret").asString();
    assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(made.header("Cache-Control")).contains("no-store");
    assertThat(made.header("ETag")).contains("\"1.0\"");

    assertThat(shown(made.json()).has("secret")).isFalse();
    assertThat(api().get("/v1/webhooks").text()).doesNotContain(secret);
    String stored =
        Tenancy.asSystem(
            () ->
                jdbc.sql(
                        """
                        select string_agg(w::text || encode(w.secret, 'escape'), '')
                          || (select string_agg(encode(reply, 'escape'), '') from idempotent_reply)
                          || coalesce((select string_agg(detail, '') from outbox), '') from webhook w
                        """)
                    .query(String.class)
                    .single());
    assertThat(stored).isNotBlank().doesNotContain(secret).doesNotContain(secret.substring(6));
  }

  @Test
  void isChangedAndDeleted() {
    JsonNode webhook = create(",\"types\":[\"channel.live\"],\"metadata\":{\"crew\":\"a\"}");
    String path = path(webhook);

    var changed =
        api()
            .with("If-Match", "\"1\"")
            .patch(path, "{\"description\":\"News\",\"types\":[],\"status\":\"disabled\"}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.header("ETag")).contains("\"2.0\"");
    assertThat(changed.json().path("status").asString()).isEqualTo("disabled");
    assertThat(changed.json().path("disabled_reason").asString()).contains("owner");
    assertThat(changed.json().path("types").isEmpty()).isTrue();
    assertThat(changed.json().path("metadata").path("crew").asString()).isEqualTo("a");
    assertThat(api().with("If-Match", "\"1\"").patch(path, "{}").status()).isEqualTo(412);
    assertThat(api().patch(path, "{\"description\":\"News\"}").header("ETag"))
        .as("nothing is different")
        .contains("\"2.0\"");

    assertThat(api().with("If-Match", "\"1\"").delete(path).status()).isEqualTo(412);
    assertThat(api().delete(path).status()).isEqualTo(204);
    assertThat(api().get(path).status()).isEqualTo(404);
  }

  @Test
  void showsHowFarItIsToWhoAsksAgainAndIsChangedMeanwhile() {
    JsonNode webhook = create();
    String tag = api().get(path(webhook)).header("ETag").orElseThrow();
    assertThat(api().with("If-None-Match", tag).get(path(webhook)).status()).isEqualTo(304);

    receiver.answers(500);
    happens("ch_1", 1);
    soon(() -> assertThat(shown(webhook).path("failing_since").isString()).isTrue());

    var again = api().with("If-None-Match", tag).get(path(webhook));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("sequence").asLong()).isEqualTo(1);
    assertThat(
            api().with("If-Match", tag).patch(path(webhook), "{\"description\":\"News\"}").status())
        .as("what is set has not changed")
        .isEqualTo(200);
    assertThat(
            api().with("If-Match", tag).patch(path(webhook), "{\"description\":\"Old\"}").status())
        .isEqualTo(412);
  }

  @Test
  void isListedByStatusAndMetadata() {
    create(",\"metadata\":{\"crew\":\"a\"}");
    JsonNode other = create(",\"metadata\":{\"crew\":\"b\"}");
    api().patch(path(other), "{\"status\":\"disabled\"}");

    assertThat(ids("")).hasSize(2);
    assertThat(ids("?metadata%5Bcrew%5D=b")).containsExactly(other.path("id").asString());
    assertThat(ids("?status=disabled")).containsExactly(other.path("id").asString());
    assertThat(api().get("/v1/webhooks?status=off").violations())
        .containsExactly("status unknown_value");
  }

  private List<String> ids(String query) {
    return api()
        .get("/v1/webhooks" + query)
        .json()
        .path("data")
        .valueStream()
        .map(one -> one.path("id").asString())
        .toList();
  }

  @Test
  void tellsEverythingThatIsWrong() {
    assertThat(api().post("/v1/webhooks", "{}").violations()).containsExactly("url required");
    assertThat(
            api()
                .post(
                    "/v1/webhooks",
                    "{\"url\":\"http://10.0.0.1/x\",\"types\":[\"channel.live\",\"x\"]}")
                .violations())
        .containsExactly("url address_not_allowed", "types[1] unknown_value");
    assertThat(api().post("/v1/webhooks", "{\"url\":\"ftp://example.com\"}").violations())
        .containsExactly("url address_not_allowed");
    JsonNode webhook = create();
    assertThat(api().patch(path(webhook), "{\"url\":\"http://169.254.169.254/\"}").violations())
        .containsExactly("url address_not_allowed");
    assertThat(api().patch(path(webhook), "{\"url\":null,\"status\":\"off\"}").status())
        .isEqualTo(422);
    assertThat(api().post(path(webhook) + "/replay", "{\"after\":5}").violations())
        .containsExactly("after out_of_range");
    assertThat(
            api().post(path(webhook) + "/secret:rotate", "{\"overlap_seconds\":99999999}").status())
        .isEqualTo(422);
  }

  @Test
  void isNobodyElses() {
    JsonNode webhook = create();
    happens("ch_1", 1);
    soon(() -> assertThat(deliveries(webhook)).hasSize(1));
    String path = path(webhook);
    String delivery = path + "/deliveries/" + deliveries(webhook).getFirst().path("id").asString();
    TestApi stranger = as(new Caller(Ids.next("org"), "key_9", Set.of("*")));

    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.patch(path, "{}").status()).isEqualTo(404);
    assertThat(stranger.delete(path).status()).isEqualTo(404);
    assertThat(stranger.post(path + "/secret:rotate", "{}").status()).isEqualTo(404);
    assertThat(stranger.post(path + "/replay", "{\"after\":0}").status()).isEqualTo(404);
    assertThat(stranger.get(path + "/deliveries").status()).isEqualTo(404);
    assertThat(stranger.get(delivery).status()).isEqualTo(404);
    assertThat(stranger.post(delivery + "/redeliver", "").status()).isEqualTo(404);
    assertThat(
            as(new Caller(organization, "key_1", Set.of("webhooks:read")))
                .post("/v1/webhooks", "{}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void areLimitedInNumber() {
    for (int i = 0; i < 50; i++) {
      create();
    }

    assertThat(api().post("/v1/webhooks", "{\"url\":\"" + receiver.url() + "\"}").code())
        .isEqualTo("too_many_webhooks");
  }
}
