package onair.ads;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import onair.test.WithPostgres;
import onair.test.WithTokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over a real database, asked over HTTP and told what other services tell. */
@WithPostgres
@WithTokens
@SpringBootTest(
    classes = AdsService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "onair.deployment=test",
      "onair.ads.public-url=https://onair.example.com",
      "onair.ads.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      "onair.reconcile.poll=100ms",
      "onair.reconcile.look=200ms",
      "onair.reconcile.settle=1s",
      "onair.reconcile.max-backoff=1s",
    })
abstract class AdsScenario {

  static final String CDN = "https://cdn.example.com";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final AtomicLong VERSIONS = new AtomicLong(1);

  final TestApi api;
  final JdbcClient jdbc;
  private final List<EventListener> listeners;
  private final TransactionTemplate transactions;

  AdsScenario(ConfigurableApplicationContext service) {
    this.api =
        TestApi.at(
            service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    this.jdbc = service.getBean(JdbcClient.class);
    this.listeners = service.getBeanProvider(EventListener.class).stream().toList();
    this.transactions = service.getBean(TransactionTemplate.class);
  }

  /** An organization of a test's own. */
  static String organization() {
    return Ids.next("org");
  }

  TestApi as(String organization, String... scopes) {
    var granted = scopes.length == 0 ? Set.of("ads:*") : Set.of(scopes);
    return api.as("ads-service", new Caller(organization, "key_1", granted));
  }

  TestApi visitor() {
    return api.as("ads-service", Caller.visitor());
  }

  /** Has another service tell something. */
  void tell(String type, String object, String id, Map<String, ?> data) {
    var detail =
        Map.of(
            "resource",
            Map.of("object", object, "id", id, "version", VERSIONS.incrementAndGet()),
            "data",
            data);
    var event =
        new IncomingEvent(
            UUID.randomUUID().toString(),
            "onair.test",
            type,
            Instant.now(),
            List.of(),
            JSON.valueToTree(detail));
    transactions.executeWithoutResult(
        status ->
            listeners.stream()
                .filter(listener -> listener.accepts(event.source(), type))
                .forEach(listener -> listener.on(event)));
  }

  void tellAddress(String url) {
    tell("distribution.ready", "distribution", "distribution:default", Map.of("base_url", url));
  }

  /** A ready asset with a file; its id. Plays under the same id with the prefix {@code pb}. */
  String asset(String organization, double seconds) {
    String id = Ids.next("as");
    tellAsset("asset.ready", organization, id, "ready", "/vod/" + id + "/film.mp4", seconds);
    return id;
  }

  void tellAsset(
      String type, String organization, String id, String status, String mp4, double seconds) {
    var data = new HashMap<String, Object>();
    data.put("organization_id", organization);
    data.put("playback_id", playback(id));
    data.put("status", status);
    data.put("origin_path", "/vod/" + id);
    data.put("hls", "index.m3u8");
    data.put("dash", "index.mpd");
    data.put("mp4_path", mp4);
    data.put("duration_seconds", seconds);
    data.put("width", 1280);
    data.put("height", 720);
    tell(type, "asset", id, data);
  }

  static String playback(String id) {
    return "pb" + id.substring(2);
  }

  void tellChannel(String type, String organization, String id, String path, Map<String, ?> ads) {
    var data = new HashMap<String, Object>();
    data.put("organization_id", organization);
    data.put("playback_id", playback(id));
    data.put("status", "live");
    data.put("origin_path", path);
    data.put("hls", "index.m3u8");
    data.put("dash", "index.mpd");
    data.put("ads", ads);
    tell(type, "channel", id, data);
  }

  String creative(String organization, double seconds) {
    return as(organization)
        .post(
            "/v1/creatives",
            "{\"name\":\"Ad\",\"asset_id\":\"%s\"}".formatted(asset(organization, seconds)))
        .json()
        .path("id")
        .asString();
  }

  String campaign(String organization, String creative) {
    Reply reply =
        as(organization)
            .post(
                "/v1/campaigns",
                "{\"name\":\"Campaign\",\"creative_ids\":[\"%s\"]}".formatted(creative));
    return reply.json().path("id").asString();
  }

  /** The details of events of a type about a resource that wait to be relayed, oldest first. */
  List<JsonNode> events(String type, String organization) {
    return jdbc
        .sql("select detail from outbox where type = :type order by seq")
        .param("type", type)
        .query(String.class)
        .list()
        .stream()
        .map(JSON::readTree)
        .filter(event -> event.path("organization_id").asString().equals(organization))
        .toList();
  }
}
