package onair.ads;

import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** What this service says about its API. */
class ApiDocumentIT extends FakeTailorScenario implements ApiDocumentChecks {

  @Autowired
  ApiDocumentIT(ConfigurableApplicationContext service) {
    super(service);
  }

  @Override
  public ApiDocument apiDocument() {
    return ApiDocument.of("ads-service", api.get("/v3/api-docs").json());
  }
}
