package onair.account;

import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;

/** What this service says about its API. */
class ApiDocumentIT extends AccountIT implements ApiDocumentChecks {

  @Override
  public ApiDocument apiDocument() {
    return ApiDocument.of("account-service", anybody().get("/v3/api-docs").json());
  }
}
