package onair.channel;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import onair.common.security.Caller;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import onair.test.WithPostgres;
import onair.test.WithTokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;

/** The whole service over a real database, asked over HTTP as the gateway would. */
@WithPostgres
@WithTokens
@SpringBootTest(
    classes = ChannelApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "onair.deployment=test",
      "onair.aws.access-key-id=test",
      "onair.aws.secret-access-key=test",
      "onair.aws.call-timeout=3s",
      "onair.channel.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      "onair.channel.ingest.rtmp-url=rtmp://ingest.example.com:1935/live",
      "onair.channel.quotas.refuse=false",
      "onair.channel.rates.limit=false",
      "onair.channel.watch.transitional=200ms",
      "onair.channel.watch.waiting=500ms",
      "onair.channel.watch.listing-age=100ms",
      "onair.reconcile.poll=100ms",
      "onair.reconcile.look=200ms",
      "onair.reconcile.settle=9s",
      "onair.reconcile.max-backoff=1s",
    })
abstract class ServiceScenario {

  static final Caller OWNER = caller("org_1", "channels:*");

  final TestApi api;

  ServiceScenario(int port) {
    this.api = TestApi.at(port);
  }

  static Caller caller(String organization, String... scopes) {
    return new Caller(organization, "key_1", Set.of(scopes));
  }

  TestApi as(Caller caller) {
    return api.as("channel-service", caller);
  }

  Reply create(String body) {
    return as(OWNER).post("/v1/channels", body);
  }

  String created() {
    return create("{\"name\":\"Show\"}").json().path("id").asString();
  }

  JsonNode get(String id) {
    return as(OWNER).get("/v1/channels/" + id).json();
  }

  Reply act(String id, String action) {
    return as(OWNER).post("/v1/channels/" + id + "/" + action, "{}");
  }

  JsonNode awaitStatus(String id, String status) {
    return awaitUntil(id, channel -> channel.path("status").asString().equals(status));
  }

  JsonNode awaitUntil(String id, Predicate<JsonNode> so) {
    return await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> get(id), so);
  }

  void awaitNotFound(String id) {
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> as(OWNER).get("/v1/channels/" + id).status() == 404);
  }
}
