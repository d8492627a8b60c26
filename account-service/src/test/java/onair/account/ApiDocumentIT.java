package onair.account;

import java.util.Set;
import onair.common.security.Caller;
import onair.test.TestApi;
import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import onair.test.api.DescribedApi;
import onair.test.api.Fuzzer;
import org.junit.jupiter.api.Test;

/** What this service says about its API, and whether it is true. */
class ApiDocumentIT extends AccountIT implements ApiDocumentChecks {

  @Override
  public ApiDocument apiDocument() {
    return ApiDocument.of("account-service", anybody().get("/v3/api-docs").json());
  }

  @Test
  void everyReplyIsAsDescribed() {
    String owner = key("*").get("/v1/members").json().at("/data/0/id").asString();
    TestApi member = as(new Caller(organizationId, owner, Set.of("*")));
    Fuzzer fuzzer = Fuzzer.of(DescribedApi.of(anybody()), member);
    fuzzer.known().add("/v1/organizations/{}", "/v1/organizations/" + organizationId);
    for (int i = 0; i < 12; i++) {
      gateway()
          .post(
              "/internal/sessions",
              "{\"email\":\"owner@example.com\",\"password\":\"" + PASSWORD + "\"}");
    }

    fuzzer
        .withoutSequencesOf("createOrganization")
        .trySequences(100)
        .tryEach()
        .report()
        .mustBeClean(
            // nothing was told
            "getEvent",
            "getAuditEntry",
            "replayWebhook",
            "redeliverWebhook",
            "getWebhookDelivery",
            // there is only the last owner
            "removeMember");
  }
}
