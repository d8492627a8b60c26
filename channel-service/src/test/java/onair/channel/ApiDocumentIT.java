package onair.channel;

import java.time.Duration;
import java.time.Instant;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.common.tenancy.Tenancy;
import onair.test.TestApi;
import onair.test.api.AccessMatrix;
import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import onair.test.api.DescribedApi;
import onair.test.api.Fuzzer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What this service says about its API, and whether it is true. */
@WithAwsLocal
class ApiDocumentIT extends ServiceScenario implements ApiDocumentChecks {

  private static final Caller OURS = caller("org_ours", "*");

  /** There is none here, and nothing is wasted; end-to-end has broadcasts. */
  private static final String[] WITHOUT_A_BROADCAST = {
    "createAdBreak",
    "getAdBreak",
    "updateAdBreak",
    "cancelAdBreak",
    "getSession",
    "extendChannel",
    "getChannelThumbnail",
    "reclaimWaste",
    "createScheduleAction",
    "getScheduleAction",
    "cancelScheduleAction",
    "createClip",
    "getClip"
  };

  private final JdbcClient jdbc;

  @Autowired
  ApiDocumentIT(@LocalServerPort int port, JdbcClient jdbc) {
    super(port);
    this.jdbc = jdbc;
  }

  @Override
  public ApiDocument apiDocument() {
    return ApiDocument.of("channel-service", api.get("/v3/api-docs").json());
  }

  @Test
  void everyOperationWorksForWhoMayAndForNobodyElse() {
    AccessMatrix.of("channel-service", api, OURS)
        .resource("/v1/channels/{}", () -> channel("rtmp"))
        .resource("/v1/channels/{}/shares/{}", this::share)
        .resource("/v1/channels/{}/simulcast-targets/{}", this::simulcastTarget)
        .resource(
            "/v1/channels/{}/ad-breaks/{}", () -> channel("rtmp") + "/ad-breaks/" + Ids.next("brk"))
        .resource(
            "/v1/channels/{}/schedule/{}", () -> channel("rtmp") + "/schedule/" + Ids.next("act"))
        .resource(
            "/v1/channels/{}/sessions/{}", () -> channel("rtmp") + "/sessions/" + Ids.next("ses"))
        .resource("/v1/channels/{}/broadcasts/{}", this::planned)
        .body("planBroadcast", ApiDocumentIT::inAnHour)
        .resource("/v1/channels/{}/clips/{}", () -> channel("rtmp") + "/clips/" + Ids.next("clp"))
        .resource("/v1/operations/{}", this::operation)
        .resource("/v1/drift/{}", this::drift)
        .resource("/v1/presets/ladders/{}", this::ladder)
        .resource("/v1/waste/{}", () -> "/v1/waste/orphan." + Ids.next("orp"))
        .resource("/v1/budgets/{}", this::budget)
        .body("putBudget", ApiDocumentIT::limit)
        .resourceFor("createShare", () -> channel("srt"))
        .resourceFor("stopChannel", this::started)
        .resourceFor("completeChannel", this::started)
        .resourceFor("kickBroadcaster", this::started)
        .resourceFor("enableChannel", this::disabled)
        .body("createScheduleAction", () -> "{\"kind\":\"id3\",\"id3\":{\"text\":\"Goal!\"}}")
        .body("updateChannel", () -> "{\"name\":\"Late show\"}")
        .body("createLadder", ApiDocumentIT::ladderOfOurs)
        .body("extendChannel", () -> "{\"seconds\":60}")
        .body("createShare", () -> "{\"name\":\"Partner\",\"allowed_cidrs\":[\"198.51.100.0/24\"]}")
        .body("createSimulcastTarget", ApiDocumentIT::page)
        .outOfReach(WITHOUT_A_BROADCAST)
        .mustHold();
  }

  private String channel(String protocol) {
    return "/v1/channels/"
        + made(
            "/v1/channels",
            "{\"name\":\"Show\",\"ingest\":{\"protocol\":\"%s\"}}".formatted(protocol));
  }

  private String planned() {
    String broadcasts = channel("rtmp") + "/broadcasts";
    return broadcasts + "/" + made(broadcasts, inAnHour());
  }

  private static String inAnHour() {
    return "{\"start_at\":\"%s\"}".formatted(Instant.now().plus(Duration.ofHours(1)));
  }

  private String share() {
    String shares = channel("srt") + "/shares";
    return shares
        + "/"
        + made(shares, "{\"name\":\"Partner\",\"allowed_cidrs\":[\"198.51.100.0/24\"]}");
  }

  private String simulcastTarget() {
    String targets = channel("rtmp") + "/simulcast-targets";
    return targets + "/" + made(targets, page());
  }

  private static String page() {
    return "{\"name\":\"Page\",\"url\":\"rtmp://1.1.1.1/live\",\"stream_key\":\"abcd-1234\"}";
  }

  private String budget() {
    String budget = channel("rtmp").replace("/channels/", "/budgets/");
    as(OURS).put(budget, limit());
    return budget;
  }

  private static String limit() {
    return "{\"limit\":{\"amount\":\"250\",\"currency\":\"USD\"}}";
  }

  private String operation() {
    return "/v1/operations/" + as(OURS).get(channel("rtmp")).json().path("operation_id").asString();
  }

  /** Found where nobody changed anything, so that nothing comes of it. */
  private String drift() {
    String id = Ids.next("drf");
    Tenancy.runAsSystem(
        () ->
            jdbc.sql(
                    """
                    insert into drift (id, organization_id, owner, kind, physical_id, version, field,
                        wanted, found, status, created_at, updated_at)
                    values (:id, 'org_ours', :owner, 'medialive-channel', '1', 1, 'logLevel',
                        'WARNING', 'ERROR', 'open', now(), now())
                    """)
                .param("id", id)
                .param("owner", Ids.next("ch"))
                .update());
    return "/v1/drift/" + id;
  }

  private String ladder() {
    JsonNode made =
        as(OURS)
            .with("Idempotency-Key", Ids.next("k"))
            .post("/v1/presets/ladders", ladderOfOurs())
            .json();
    return "/v1/presets/ladders/" + made.path("name").asString();
  }

  private static String ladderOfOurs() {
    return """
        {"name":"%s","description":"Ours","frame_rate":30,"gop_seconds":2,
         "source":{"width":1280,"height":720,"frame_rate":30},
         "video":[{"name":"720p","width":1280,"height":720,"bits_per_second":3000000,
                   "profile":"high"}],
         "audio":[{"name":"aac","bits_per_second":128000,"sample_rate":48000,"channels":2}]}
        """
        .formatted(Ids.next("l").replace('_', '-'));
  }

  private String started() {
    String channel = channel("rtmp");
    made(channel + "/start", "{}");
    return channel;
  }

  private String disabled() {
    String channel = channel("rtmp");
    made(channel + "/disable", "{}");
    return channel;
  }

  private String made(String path, String body) {
    return as(OURS)
        .with("Idempotency-Key", Ids.next("k"))
        .post(path, body)
        .json()
        .path("id")
        .asString();
  }

  @Test
  void everyReplyIsAsDescribed() {
    TestApi client = as(OURS);
    Fuzzer fuzzer =
        Fuzzer.of(DescribedApi.of(api), client)
            .withoutSequencesOf("createLadder"); // of a name there is one
    for (int i = 0; i < 20; i++) { // only what is contributed by SRT can be shared
      String id =
          client
              .with("Idempotency-Key", "srt-" + i)
              .post("/v1/channels", "{\"name\":\"Show\",\"ingest\":{\"protocol\":\"srt\"}}")
              .json()
              .path("id")
              .asString();
      fuzzer.known().add("/v1/channels/{}", "/v1/channels/" + id);
      fuzzer.known().add("/v1/drift/{}", drift());
      fuzzer.known().add("/v1/budgets/{}", budget());
      fuzzer.known().add("/v1/presets/ladders/{}", ladder());
    }

    fuzzer.trySequences(150).tryEach().report().mustBeClean(WITHOUT_A_BROADCAST);
  }
}
