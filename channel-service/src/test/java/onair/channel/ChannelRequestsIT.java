package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the API takes, and what it refuses and how. */
@WithAwsLocal
class ChannelRequestsIT extends ServiceScenario {

  private final JdbcClient jdbc;

  @Autowired
  ChannelRequestsIT(@LocalServerPort int port, JdbcClient jdbc) {
    super(port);
    this.jdbc = jdbc;
  }

  @Test
  void aNewChannelAnswersAtOnceWithEverythingABroadcasterNeeds() {
    Reply reply =
        create(
            """
            { "name": "Evening show", "ingest": { "protocol": "rtmp" }, "ladder": "720p",
              "latency": "standard", "origin": "mediapackage", "pipelines": "single",
              "dvr_window_seconds": 3600, "record": false, "ads": { "enabled": false },
              "metadata": { "crew": "a" } }
            """);

    JsonNode channel = reply.json();
    String id = channel.path("id").asString();
    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.header("Location")).contains("/v1/channels/" + id);
    assertThat(reply.header("Operation-Location"))
        .contains("/v1/operations/" + channel.path("operation_id").asString());
    assertThat(reply.header("ETag")).contains("\"1\"");
    assertThat(id).startsWith("ch_");
    assertThat(channel.path("object").asString()).isEqualTo("channel");
    assertThat(channel.path("status").asString()).isEqualTo("idle");
    assertThat(channel.path("status_reason").isNull()).isTrue();
    assertThat(channel.path("provisioning").asString()).isEqualTo("none");
    assertThat(channel.path("health").asString()).isEqualTo("unknown");
    assertThat(channel.at("/ingest/url").asString())
        .isEqualTo("rtmp://ingest.example.com:1935/live");
    assertThat(channel.at("/ingest/stream_key").asString()).hasSize(32).doesNotContain("*");
    assertThat(channel.path("playback_id").asString()).startsWith("pb_");
    assertThat(channel.at("/metadata/crew").asString()).isEqualTo("a");
    assertThat(channel.path("created_at").asString()).endsWith("Z");
    assertThat(get(id)).isEqualTo(channel);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                                       | name required
          {"name":null}                                            | name required
          {"name":"  "}                                            | name not_blank
          {"name":5}                                               | name wrong_type
          {"name":"x","colour":"red"}                              | colour unknown_field
          {"name":"x","ladder":"4320p"}                            | ladder known_ladder
          {"name":"x","ladder":720}                                | ladder wrong_type
          {"name":"x","ingest":{"protocol":"rist"}}                | ingest.protocol one_of
          {"name":"x","ingest":{"protocol":"carrier-pigeon"}}      | ingest.protocol one_of
          {"name":"x","ingest":[]}                                 | ingest wrong_type
          {"name":"x","latency":"ultra"}                           | latency one_of
          {"name":"x","latency":"low","origin":"s3"}               | latency unsupported_combination
          {"name":"x","latency":"low","packaging":"mediapackage_v1"} | latency unsupported_combination
          {"name":"x","latency":"low","delay_seconds":30}          | latency unsupported_combination
          {"name":"x","latency":"low","ads":{"enabled":true}}      | latency unsupported_combination
          {"name":"x","origin":"gcs"}                              | origin one_of
          {"name":"x","packaging":"shaka"}                         | packaging one_of
          {"name":"x","origin":"s3","packaging":"mediapackage_v1"} | packaging unsupported_combination
          {"name":"x","origin":"s3","dvr_window_seconds":601}      | dvr_window_seconds unsupported_combination
          {"name":"x","ingest":{"allowed_cidrs":["1.2.3.4"]}}      | ingest.allowed_cidrs[0] ipv4_range
          {"name":"x","ingest":{"allowed_cidrs":["256.0.0.0/8"]}}  | ingest.allowed_cidrs[0] ipv4_range
          {"name":"x","ingest":{"allowed_cidrs":[]}}               | ingest.allowed_cidrs size
          {"name":"x","ingest":{"protocol":"srt","allowed_cidrs":["1.0.0.0/8","2.0.0.0/8"]}} | ingest.allowed_cidrs unsupported_combination
          {"name":"x","ingest":{"protocol":"hls_pull"}}            | ingest.url required
          {"name":"x","ingest":{"protocol":"srt_caller","stream_id":"a"}} | ingest.url required
          {"name":"x","ingest":{"protocol":"mp4","url":""}}        | ingest.url size
          {"name":"x","ingest":{"url":"https://example.com/a"}}    | ingest.url unsupported_combination
          {"name":"x","ingest":{"protocol":"srt","stream_id":"a"}} | ingest.stream_id unsupported_combination
          {"name":"x","ingest":{"protocol":"mp4","url":"https://example.com/a","stream_id":"a"}} | ingest.stream_id unsupported_combination
          {"name":"x","ingest":{"protocol":"srt_caller","url":"srt://example.com:9000","stream_id":"a b"}} | ingest.stream_id pattern
          {"name":"x","ingest":{"protocol":"mp4","url":"https://example.com/a","allowed_cidrs":["203.0.113.0/24"]}} | ingest.allowed_cidrs unsupported_combination
          {"name":"x","pipelines":"redundant"}                     | pipelines one_of
          {"name":"x","dvr_window_seconds":-1}                     | dvr_window_seconds min
          {"name":"x","dvr_window_seconds":1209601}                | dvr_window_seconds max
          {"name":"x","dvr_window_seconds":"60"}                   | dvr_window_seconds wrong_type
          {"name":"x","origin":"s3","record":true}                 | record unsupported_combination
          {"name":"x","delay_seconds":4}                           | delay_seconds unsupported_combination
          {"name":"x","delay_seconds":-1}                          | delay_seconds min
          {"name":"x","delay_seconds":86401}                       | delay_seconds max
          {"name":"x","delay_seconds":30,"record":true}            | delay_seconds unsupported_combination
          {"name":"x","delay_seconds":30,"origin":"s3"}            | delay_seconds unsupported_combination
          {"name":"x","delay_seconds":30,"dvr_window_seconds":1036801} | delay_seconds unsupported_combination
          {"name":"x","drm":{"scheme":"cbcs"}}                     | drm.key_provider_url required
          {"name":"x","drm":{"scheme":"rot13","key_provider_url":"https://example.com/k"}} | drm.scheme one_of
          {"name":"x","drm":{"systems":["x"],"key_provider_url":"https://example.com/k"}} | drm.systems[0] one_of
          {"name":"x","drm":{"key_provider_url":"https://example.com/k"}} | drm.systems unsupported_combination
          {"name":"x","drm":{"scheme":"aes_128","systems":["widevine"],"key_provider_url":"https://example.com/k"}} | drm.systems unsupported_combination
          {"name":"x","drm":{"scheme":"cenc","systems":["fairplay"],"key_provider_url":"https://example.com/k"}} | drm.systems unsupported_combination
          {"name":"x","drm":{"systems":["widevine"],"key_provider_url":"https://10.1.2.3/k"}} | drm.key_provider_url address_not_allowed
          {"name":"x","drm":{"systems":["widevine"],"key_provider_url":"http://example.com/k"}} | drm.key_provider_url address_not_allowed
          {"name":"x","origin":"s3","drm":{"systems":["widevine"],"key_provider_url":"https://example.com/k"}} | drm unsupported_combination
          {"name":"x","origin":"mediastore","drm":{"systems":["widevine"],"key_provider_url":"https://example.com/k"}} | drm unsupported_combination
          {"name":"x","packaging":"mediapackage_v1","drm":{"systems":["widevine"],"key_provider_url":"https://example.com/k"}} | drm unsupported_combination
          {"name":"x","record":true,"drm":{"systems":["widevine"],"key_provider_url":"https://example.com/k"}} | drm unsupported_combination
          {"name":"x","record":"yes"}                              | record wrong_type
          {"name":"x","origin":"s3","ads":{"enabled":true}}        | ads.enabled unsupported_combination
          {"name":"x","ads":{"slate_asset_id":"as_1"}}             | ads.slate_asset_id pattern
          {"name":"x","metadata":{"":"a"}}                         | metadata metadata
          {"name":"x","metadata":{"a":1}}                          | metadata.a wrong_type
          {"name":"x","metadata":"a"}                              | metadata wrong_type
          {"name":"a\\u0000b"}                                     | name invalid_characters
          """)
  void aBadFieldIsToldByItsName(String body, String violation) {
    Reply reply = create(body);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.code()).isEqualTo("validation_failed");
    assertThat(reply.violations()).contains(violation);
  }

  @ParameterizedTest
  @CsvSource({
    "hls_pull, http://127.0.0.1:8080/live.m3u8",
    "hls_pull, https://169.254.169.254/latest/meta-data/",
    "hls_pull, https://[::1]/live.m3u8",
    "hls_pull, https://[::ffff:10.0.0.1]/live.m3u8",
    "hls_pull, https://2130706433/live.m3u8",
    "hls_pull, https://user:password@example.com/live.m3u8",
    "hls_pull, rtmp://example.com/live",
    "hls_pull, file:///etc/passwd",
    "hls_pull, concat:a|b",
    "mp4, s3://bucket/film.mp4",
    "mp4, https://10.1.2.3/film.mp4",
    "mp4, https://example.com/film.mp4#a",
    "rtmp_pull, https://example.com/live",
    "rtmp_pull, rtmp://192.168.1.1/live/a",
    "rtmp_pull, rtmps://172.16.0.1:443/live/a",
    "srt_caller, srt://100.64.0.1:9000",
    "srt_caller, srt://8.8.8.8",
    "srt_caller, srt://8.8.8.8:9000/a",
    "srt_caller, srt://8.8.8.8:9000?streamid=a",
    "srt_caller, udp://8.8.8.8:9000",
  })
  void aSourceOutsideOfThePublicInternetOrOfAnotherKindIsRefused(String protocol, String url) {
    Reply reply =
        create(
            "{\"name\":\"x\",\"ingest\":{\"protocol\":\"%s\",\"url\":\"%s\"}}"
                .formatted(protocol, url));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.violations()).containsExactly("ingest.url address_not_allowed");
    assertThat(reply.text()).doesNotContain("password@");
  }

  @Test
  void whereASourceIsReadIsShownInFullOnlyToWhoMayChangeIt() {
    Reply made =
        create(
            """
            {"name":"x","ingest":{"protocol":"rtmp_pull","url":"rtmp://8.8.8.8:1935/live/secret"}}
            """);
    JsonNode ingest = made.json().path("ingest");
    assertThat(made.status()).isEqualTo(202);
    assertThat(ingest.path("url").asString()).isEqualTo("rtmp://8.8.8.8:1935/live/secret");
    assertThat(ingest.path("stream_key").isNull()).isTrue();
    assertThat(ingest.path("passphrase").isNull()).isTrue();

    String path = "/v1/channels/" + made.json().path("id").asString();
    assertThat(as(caller("org_1", "channels:read")).get(path).json().at("/ingest/url").asString())
        .isEqualTo("rtmp://8.8.8.8:1935");
    JsonNode caller =
        create(
                """
                {"name":"x","ingest":{"protocol":"srt_caller","url":"srt://8.8.8.8:9000","stream_id":"a"}}
                """)
            .json()
            .path("ingest");
    assertThat(caller.path("stream_id").asString()).isEqualTo("a");
    assertThat(caller.path("passphrase").asString()).hasSize(32);
    assertThat(as(OWNER).post(path + "/rotate-stream-key", "").code()).isEqualTo("no_stream_key");
  }

  @Test
  void allFaultsOfABodyAreToldAtOnce() {
    Reply reply =
        create(
            """
            {"name":"%s","dvr_window_seconds":-1,"ingest":{"protocol":"rist"},"x":1}
            """
                .formatted("n".repeat(300)));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.violations())
        .containsExactlyInAnyOrder(
            "name size", "dvr_window_seconds min", "ingest.protocol one_of", "x unknown_field");
    assertThat(reply.problem().path("violations").findValuesAsString("detail"))
        .contains(
            "must be rtmp or srt or srt_caller or rtmp_pull or hls_pull or mp4; rist is not offered"
                + " yet");
  }

  @Test
  void aNameOf255CharactersAndTheLongestDvrWindowAreFine() {
    Reply reply =
        create("{\"name\":\"%s\",\"dvr_window_seconds\":1209600}".formatted("n".repeat(255)));

    assertThat(reply.status()).isEqualTo(202);
  }

  @Test
  void metadataHasLimits() {
    var many = new StringBuilder();
    for (int i = 0; i < 51; i++) {
      many.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":\"v\"");
    }

    assertThat(create("{\"name\":\"x\",\"metadata\":{%s}}".formatted(many)).violations())
        .containsExactly("metadata metadata");
    assertThat(
            create("{\"name\":\"x\",\"metadata\":{\"%s\":\"v\"}}".formatted("k".repeat(41)))
                .violations())
        .containsExactly("metadata metadata");
    assertThat(
            create("{\"name\":\"x\",\"metadata\":{\"k\":\"%s\"}}".formatted("v".repeat(501)))
                .violations())
        .containsExactly("metadata metadata");
  }

  @Test
  void whatIsNoJsonOrTooMuchOfItIsRefused() {
    assertThat(create("{\"name\":").status()).isEqualTo(400);
    assertThat(create("").status()).isEqualTo(400);
    assertThat(create("{\"name\":\"" + "x".repeat(1 << 20) + "\"}").status()).isEqualTo(413);
    assertThat(as(OWNER).with("Content-Type", "text/plain").post("/v1/channels", "x").status())
        .isEqualTo(415);
  }

  @Test
  void aRehearsalShowsThePlanAndLeavesNothingBehind() {
    TestApi client = as(caller("org_rehearses", "channels:*"));

    Reply plan = client.post("/v1/channels?dry_run=true", "{\"name\":\"x\"}");

    assertThat(plan.status()).isEqualTo(200);
    assertThat(plan.header("ETag")).isEmpty();
    assertThat(plan.header("Location")).isEmpty();
    assertThat(plan.json().path("object").asString()).isEqualTo("plan");
    assertThat(plan.json().path("operation").asString()).isEqualTo("channel.start");
    assertThat(plan.json().path("resources").findValuesAsString("kind"))
        .contains("channel", "input", "endpoint");
    assertThat(plan.json().path("quotas").findValuesAsString("quota"))
        .contains("channels", "push inputs", "input security groups", "channels of a group");
    assertThat(plan.json().at("/price/totals/0/unit").asString()).isEqualTo("hour");
    assertThat(plan.json().at("/price/totals/0/amount/amount").asString()).isEqualTo("1.704");
    assertThat(plan.json().at("/price/not_included").valueStream().map(JsonNode::asString))
        .contains("cloudfront delivery");
    assertThat(client.get("/v1/channels").json().path("data")).isEmpty();
  }

  @Test
  void aRehearsalIsRefusedForTheSameReasonsAsTheRealThing() {
    String path = "/v1/channels/" + created();

    assertThat(as(OWNER).post("/v1/channels?dry_run=true", "{\"latency\":\"none\"}").violations())
        .containsExactly("name required", "latency one_of");
    assertThat(
            as(OWNER)
                .post("/v1/channels?dry_run=true", "{\"name\":\"x\",\"ladder\":\"9p\"}")
                .violations())
        .containsExactly("ladder known_ladder");
    assertThat(as(OWNER).post(path + "/start?dry_run=true", "").status()).isEqualTo(200);
    assertThat(as(OWNER).get(path).json().path("status").asString()).isEqualTo("idle");
    assertThat(as(OWNER).with("If-Match", "\"9\"").patch(path + "?dry_run=true", "{}").status())
        .isEqualTo(412);
    assertThat(as(OWNER).patch(path + "?dry_run=true", "{\"name\":\"y\"}").json().path("object"))
        .hasToString("\"plan\"");
    assertThat(as(OWNER).get(path).json().path("name").asString()).isNotEqualTo("y");
    assertThat(as(OWNER).post(path + "/stop?dry_run=true", "").violations())
        .containsExactly("dry_run unsupported");
    assertThat(as(OWNER).post("/v1/channels?dry_run=perhaps", "{\"name\":\"x\"}").violations())
        .containsExactly("dry_run unknown_value");
  }

  @Test
  void whatSpendsNeedsAKey() {
    String path = "/v1/channels/" + created() + "/start";

    Reply refused = as(OWNER).send("POST", path, BodyPublishers.noBody());

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("idempotency_key_required");
    assertThat(
            as(caller("org_1", "channels:read")).send("POST", path, BodyPublishers.noBody()).code())
        .isEqualTo("scope_missing");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ''",
    "DELETE, ''",
    "PATCH, ''",
    "POST, /start",
    "POST, /stop",
  })
  void whatIsUnknownOrForeignOrNoIdAtAllIsNotFound(String method, String suffix) {
    String foreign = created();
    TestApi stranger = as(caller("org_2", "channels:*"));

    for (String id : List.of(foreign, "ch_01kk0000000000000000000000", "nonsense", "ch_' or 1=1")) {
      String path = "/v1/channels/" + id.replace(" ", "%20") + suffix;
      Reply reply =
          switch (method) {
            case "GET" -> stranger.get(path);
            case "DELETE" -> stranger.delete(path);
            case "PATCH" -> stranger.patch(path, "{\"name\":\"mine now\"}");
            default -> stranger.post(path, "{}");
          };
      assertThat(reply.status()).as(id).isEqualTo(404);
      assertThat(reply.code()).isEqualTo("not_found");
    }
    assertThat(get(foreign).path("status").asString()).isEqualTo("idle");
  }

  @Test
  void aForeignOperationIsNotFound() {
    String operation = get(created()).path("operation_id").asString();

    assertThat(as(OWNER).get("/v1/operations/" + operation).status()).isEqualTo(200);
    assertThat(as(caller("org_2", "channels:read")).get("/v1/operations/" + operation).status())
        .isEqualTo(404);
  }

  @Test
  void onlyThoseWhoMayPushSeeTheStreamKey() {
    String id = created();
    String key = get(id).at("/ingest/stream_key").asString();

    assertThat(streamKey(id, "channels:read")).isEqualTo("*".repeat(28) + key.substring(28));
    assertThat(streamKey(id, "channels:read", "channels:control")).isEqualTo(key);
    assertThat(streamKey(id, "channels:read", "channels:write")).isEqualTo(key);
  }

  private String streamKey(String id, String... scopes) {
    return as(caller("org_1", scopes))
        .get("/v1/channels/" + id)
        .json()
        .at("/ingest/stream_key")
        .asString();
  }

  @Test
  void theKeyIsChangedForWhoMayControlTheChannelAndHasItsVersion() {
    Reply made = create("{\"name\":\"Show\"}");
    String id = made.json().path("id").asString();
    String rotate = "/v1/channels/" + id + "/rotate-stream-key";
    String key = made.json().at("/ingest/stream_key").asString();
    TestApi controller =
        as(caller("org_1", "channels:control")).with("If-Match", made.header("ETag").orElseThrow());

    Reply rotated = controller.with("Idempotency-Key", "rotate-1").post(rotate, "");

    assertThat(rotated.status()).isEqualTo(200);
    String newKey = rotated.json().at("/ingest/stream_key").asString();
    assertThat(newKey).hasSize(32).isNotEqualTo(key);
    assertThat(rotated.header("ETag")).isNotEqualTo(made.header("ETag"));
    assertThat(rotated.header("Cache-Control")).hasValue("no-store");
    assertThat(get(id)).isEqualTo(rotated.json());
    assertThat(rotated.json().path("playback_id")).isEqualTo(made.json().path("playback_id"));

    Reply again = controller.with("Idempotency-Key", "rotate-1").post(rotate, "");
    assertThat(again.json().at("/ingest/stream_key").asString()).isEqualTo(newKey);
    assertThat(controller.with("Idempotency-Key", "rotate-2").post(rotate, "").status())
        .isEqualTo(412);
    assertThat(as(caller("org_1", "channels:write")).post(rotate, "").status()).isEqualTo(403);
    assertThat(as(caller("org_2", "channels:control")).post(rotate, "").status()).isEqualTo(404);
    assertThat(get(id)).isEqualTo(rotated.json());
  }

  @Test
  void theStreamKeyIsNotReadableInTheDatabase() {
    String id = created();
    String key = get(id).at("/ingest/stream_key").asString();

    assertThat(
            jdbc.sql(
                    "select encode(stream_key, 'escape') || channel::text from channel where id ="
                        + " ?")
                .param(id)
                .query(String.class)
                .single())
        .doesNotContain(key);
  }

  @Test
  void eachActionNeedsItsScope() {
    String id = created();
    TestApi reader = as(caller("org_1", "channels:read"));

    assertThat(api.get("/v1/channels").status()).isEqualTo(401);
    assertThat(reader.post("/v1/channels", "{\"name\":\"x\"}").status()).isEqualTo(403);
    assertThat(
            reader.post("/v1/channels/" + id + "/start", "{}").problem().path("scope").asString())
        .isEqualTo("channels:control");
    assertThat(reader.delete("/v1/channels/" + id).status()).isEqualTo(403);
    assertThat(as(caller("org_1", "channels:write")).get("/v1/channels/" + id).status())
        .isEqualTo(403);
  }

  @Test
  void aListIsPagedNewestFirstAndStaysStableWhileChannelsAreAdded() {
    Caller owner = caller("org_paged", "channels:*");
    TestApi client = as(owner);
    for (int i = 0; i < 5; i++) {
      client.post(
          "/v1/channels", "{\"name\":\"c%d\",\"metadata\":{\"n\":\"%d\"}}".formatted(i, i % 2));
    }

    JsonNode first = client.get("/v1/channels?limit=2").json();
    client.post("/v1/channels", "{\"name\":\"late\"}");
    JsonNode second =
        client.get("/v1/channels?limit=2&cursor=" + first.path("next_cursor").asString()).json();
    JsonNode third =
        client.get("/v1/channels?limit=2&cursor=" + second.path("next_cursor").asString()).json();

    assertThat(first.path("data").findValuesAsString("name")).containsExactly("c4", "c3");
    assertThat(second.path("data").findValuesAsString("name")).containsExactly("c2", "c1");
    assertThat(third.path("data").findValuesAsString("name")).containsExactly("c0");
    assertThat(third.path("next_cursor").isNull()).isTrue();
    assertThat(
            client
                .get("/v1/channels?metadata%5Bn%5D=1")
                .json()
                .path("data")
                .findValuesAsString("name"))
        .containsExactly("c3", "c1");
    assertThat(client.get("/v1/channels?status=idle").json().path("data")).hasSize(6);
    assertThat(client.get("/v1/channels?status=live").json().path("data")).isEmpty();
    assertThat(client.get("/v1/channels?status=asleep").violations())
        .containsExactly("status unknown_value");
    assertThat(client.get("/v1/channels?cursor=abc").status()).isEqualTo(422);
    assertThat(client.get("/v1/channels?limit=101").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          evening      | Evening News, EVENING prayer
          NEWS         | Evening News
          100%         | 100% live
          %            | 100% live
          _            | under_score
          \\            | back\\slash
          früh         | FRÜHSTÜCK
          strasse      | Straße
          방송           | 아침 방송
          en_n         |
          nobody's     |
          """)
  void aListIsOfThoseThatHaveAWordInTheirName(String word, String names) {
    TestApi client = as(caller(Ids.next("org"), "channels:*"));
    for (String name :
        List.of(
            "EVENING prayer",
            "100% live",
            "under_score",
            "back\\\\slash",
            "FRÜHSTÜCK",
            "Straße",
            "아침 방송",
            "Evening News")) {
      client.post("/v1/channels", "{\"name\":\"%s\"}".formatted(name));
    }
    String query = "/v1/channels?name=" + URLEncoder.encode(word, StandardCharsets.UTF_8);

    assertThat(String.join(", ", client.get(query).json().path("data").findValuesAsString("name")))
        .isEqualTo(names == null ? "" : names);
    assertThat(client.get(query + "&status=live").json().path("data")).isEmpty();
  }

  @Test
  void aChangeIsMadeOnlyToTheVersionTheCallerHasSeen() {
    String id = created();
    String path = "/v1/channels/" + id;

    Reply renamed =
        as(OWNER)
            .with("If-Match", "\"1\"")
            .patch(
                path, "{\"name\":\"Late show\",\"ladder\":\"1080p\",\"metadata\":{\"a\":\"b\"}}");
    assertThat(renamed.status()).isEqualTo(200);
    assertThat(renamed.header("ETag")).contains("\"2\"");
    assertThat(renamed.json().path("name").asString()).isEqualTo("Late show");
    assertThat(renamed.json().path("ladder").asString()).isEqualTo("1080p");
    assertThat(renamed.json().path("dvr_window_seconds").asInt()).isEqualTo(3600);

    assertThat(as(OWNER).with("If-Match", "\"1\"").patch(path, "{\"name\":\"x\"}").status())
        .isEqualTo(412);
    assertThat(as(OWNER).with("If-Match", "\"1\"").delete(path).status()).isEqualTo(412);
    assertThat(get(id).path("name").asString()).isEqualTo("Late show");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"name":null}              | name required
          {"name":""}                | name not_blank
          {"ladder":"9p"}            | ladder known_ladder
          {"metadata":null}          | metadata required
          {"dvr_window_seconds":-1}  | dvr_window_seconds min
          {"record":"yes"}           | record wrong_type
          {"status":"live"}          | status unknown_field
          """)
  void aBadChangeIsToldByItsField(String body, String violation) {
    Reply reply = as(OWNER).patch("/v1/channels/" + created(), body);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.violations()).containsExactly(violation);
  }

  @Test
  void aRequestRepeatedUnderItsKeyHasOneEffect() {
    TestApi client = as(caller("org_repeats", "channels:*")).with("Idempotency-Key", "k1");

    Reply first = client.post("/v1/channels", "{\"name\":\"once\"}");
    Reply second = client.post("/v1/channels", "{\"name\":\"once\"}");

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.bytes()).isEqualTo(first.bytes());
    assertThat(second.header("Idempotent-Replayed")).contains("true");
    assertThat(client.post("/v1/channels", "{\"name\":\"twice\"}").code())
        .isEqualTo("idempotency_key_reused");
    assertThat(as(caller("org_repeats", "channels:read")).get("/v1/channels").json().path("data"))
        .hasSize(1);
  }

  @Test
  void theLaddersAreListed() {
    JsonNode ladders =
        as(caller("org_1", "channels:read")).get("/v1/presets/ladders").json().path("data");

    assertThat(ladders.findValuesAsString("description")).hasSize(5);
    assertThat(ladders.get(2).at("/video/0/bits_per_second").asInt()).isEqualTo(3_000_000);
    assertThat(ladders.get(2).at("/video/0/profile").asString()).isEqualTo("high");
  }

  @Test
  void theApiDescribesItselfWithExamples() {
    JsonNode document = api.get("/v3/api-docs").json();

    assertThat(document.at("/components/schemas/ChannelRequest/properties/name/example").asString())
        .isEqualTo("Evening show");
    assertThat(document.at("/components/schemas/Channel/properties/status_reason").isMissingNode())
        .isFalse();
  }
}
