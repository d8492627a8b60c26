package onair.account;

import java.util.Set;
import java.util.stream.Stream;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.test.api.AccessMatrix;
import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import onair.test.api.DescribedApi;
import onair.test.api.Fuzzer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What this service says about its API, and whether it is true. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApiDocumentIT extends AccountIT implements ApiDocumentChecks {

  private static final String INVITE = "{\"email\":\"someone@example.com\",\"role\":\"viewer\"}";
  private static final String KEY = "{\"name\":\"Key\",\"scopes\":[\"channels:read\"]}";
  private static final String WEBHOOK = "{\"url\":\"https://hooks.example.com/someone\"}";

  /** Nothing was told here, and the only owner stays; end-to-end has more. */
  private static final String[] WHERE_NOTHING_HAPPENED = {
    "getEvent",
    "getAuditEntry",
    "getSessionTimeline",
    "replayWebhook",
    "redeliverWebhook",
    "getWebhookDelivery",
    "removeMember"
  };

  @Override
  public ApiDocument apiDocument() {
    return ApiDocument.of("account-service", anybody().get("/v3/api-docs").json());
  }

  @Test
  @Order(1) // the other one changes the password
  void everyOperationWorksForWhoMayAndForNobodyElse() {
    Caller owner = owner();
    String member = "/v1/members/" + owner.subject();
    AccessMatrix.of("account-service", anybody(), owner)
        .resource("/v1/organizations/{}", () -> "/v1/organizations/" + organizationId)
        .resource("/v1/members/{}", () -> member)
        .resource("/v1/members/{}/sessions/{}", () -> member + "/sessions/" + session())
        .resource("/v1/members/me/sessions/{}", () -> "/v1/members/me/sessions/" + session())
        .resource("/v1/invitations/{}", () -> "/v1/invitations/" + made("/v1/invitations", INVITE))
        .resource("/v1/api-keys/{}", () -> "/v1/api-keys/" + made("/v1/api-keys", KEY))
        .resource("/v1/webhooks/{}", this::webhook)
        .resource(
            "/v1/webhooks/{}/deliveries/{}", () -> webhook() + "/deliveries/" + Ids.next("dlv"))
        .resource("/v1/events/{}", () -> "/v1/events/" + Ids.next("evt"))
        .resource("/v1/audit-log/{}", () -> "/v1/audit-log/" + Ids.next("aud"))
        .resource(
            "/v1/channels/{}/sessions/{}",
            () -> "/v1/channels/" + Ids.next("ch") + "/sessions/" + Ids.next("ses"))
        .body("updateMember", () -> "{\"role\":\"owner\"}")
        .body(
            "changeOwnPassword",
            () ->
                "{\"current_password\":\"%s\",\"new_password\":\"%s\"}"
                    .formatted(PASSWORD, PASSWORD))
        .outOfReach(WHERE_NOTHING_HAPPENED)
        .mustHold();
  }

  private Caller owner() {
    String member = key("*").get("/v1/members").json().at("/data/0/id").asString();
    return new Caller(organizationId, member, Set.of("*"));
  }

  private String session() {
    gateway()
        .post(
            "/internal/sessions",
            "{\"email\":\"owner@example.com\",\"password\":\"" + PASSWORD + "\"}");
    return as(owner()).get("/v1/members/me/sessions").json().at("/data/0/id").asString();
  }

  private String webhook() {
    return "/v1/webhooks/" + made("/v1/webhooks", WEBHOOK);
  }

  private String made(String path, String body) {
    return key("*")
        .with("Idempotency-Key", Ids.next("k"))
        .post(path, body.replace("someone", Ids.next("someone")))
        .json()
        .path("id")
        .asString();
  }

  @Test
  void everyReplyIsAsDescribed() {
    Fuzzer fuzzer = Fuzzer.of(DescribedApi.of(anybody()), as(owner()));
    fuzzer.known().add("/v1/organizations/{}", "/v1/organizations/" + organizationId);
    for (int i = 0; i < 12; i++) {
      session();
    }

    fuzzer
        .withoutSequencesOf("createOrganization")
        .trySequences(150)
        .tryEach()
        .report()
        .mustBeClean(
            Stream.concat(
                    Stream.of(WHERE_NOTHING_HAPPENED),
                    Stream.of("endOwnSession", "endMemberSession")) // a new password ends all
                .toArray(String[]::new));
  }
}
