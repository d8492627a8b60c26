package onair.vod;

import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import onair.test.api.DescribedApi;
import onair.test.api.Fuzzer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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
  void everyReplyIsAsDescribed() {
    create(1);

    Fuzzer.of(DescribedApi.of(api), as(caller("org_1", "*")))
        .trySequences(100)
        .tryEach()
        .report()
        .mustBeClean("completeUpload"); // no part was sent
  }
}
