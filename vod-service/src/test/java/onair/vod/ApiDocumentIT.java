package onair.vod;

import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What this service says about its API. */
class ApiDocumentIT extends VodScenario implements ApiDocumentChecks {

  @Autowired
  ApiDocumentIT(@LocalServerPort int port) {
    super(port);
  }

  @Override
  public ApiDocument apiDocument() {
    return ApiDocument.of("vod-service", api.get("/v3/api-docs").json());
  }
}
