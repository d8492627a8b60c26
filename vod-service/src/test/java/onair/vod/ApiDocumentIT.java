package onair.vod;

import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.test.api.AccessMatrix;
import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import onair.test.api.DescribedApi;
import onair.test.api.Fuzzer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What this service says about its API, and whether it is true. */
class ApiDocumentIT extends VodScenario implements ApiDocumentChecks {

  @Autowired
  ApiDocumentIT(@LocalServerPort int port) {
    super(port);
  }

  @Override
  public ApiDocument apiDocument() {
    return ApiDocument.of("vod-service", api.get("/v3/api-docs").json());
  }

  @Test
  void everyOperationWorksForWhoMayAndForNobodyElse() {
    create(1);
    Caller ours = caller("org_1", "*");

    AccessMatrix.of("vod-service", api, ours)
        .resource("/v1/uploads/{}", () -> "/v1/uploads/" + begun().path("id").asString())
        .resource("/v1/assets/{}", () -> "/v1/assets/" + begun().path("asset_id").asString())
        .outOfReach("completeUpload") // no part was sent
        .mustHold();
  }

  private JsonNode begun() {
    return as(OWNER)
        .with("Idempotency-Key", Ids.next("k"))
        .post("/v1/uploads", body(1, false))
        .json();
  }

  @Test
  void everyReplyIsAsDescribed() {
    create(1);

    Fuzzer.of(DescribedApi.of(api), as(caller("org_1", "*")))
        .trySequences(100)
        .tryEach()
        .report()
        .mustBeClean("completeUpload"); // no part was sent
  }
}
