package onair.vod;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.test.api.AccessMatrix;
import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import onair.test.api.DescribedApi;
import onair.test.api.Fuzzer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What this service says about its API, and whether it is true. */
class ApiDocumentIT extends VodScenario implements ApiDocumentChecks {

  @TempDir private Path folder;
  private @Nullable String ready;

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
        .resource("/v1/assets/{}/captions/{}", () -> captions() + "/" + captioned())
        .resourceFor("createCaption", this::ready)
        .body("createCaption", ApiDocumentIT::caption)
        .outOfReach("completeUpload") // no part was sent
        .mustHold();
  }

  /** An asset that plays, which takes a while to make, and so is made once. */
  private synchronized String ready() {
    if (ready == null) {
      String id = sendAll(Films.film(folder, 1, "320x180"), false).path("asset_id").asString();
      awaitStatus(id, "ready");
      ready = "/v1/assets/" + id;
    }
    return ready;
  }

  private String captions() {
    return ready() + "/captions";
  }

  /** One that is ready, so that its version stays. */
  private String captioned() {
    String id =
        as(OWNER)
            .with("Idempotency-Key", Ids.next("k"))
            .post(captions(), caption())
            .json()
            .path("id")
            .asString();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> as(OWNER).get(captions() + "/" + id).json().path("status").asString(),
            "ready"::equals);
    return id;
  }

  private static String caption() {
    return """
        {"language": "en", "name": "%s", "webvtt": "WEBVTT\\n\\n00:01.000 --> 00:02.000\\nText"}
        """
        .formatted(Ids.next("n"));
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
        // No part was sent, and so no asset is ready.
        .mustBeClean("completeUpload", "createCaption", "getCaption", "deleteCaption");
  }
}
