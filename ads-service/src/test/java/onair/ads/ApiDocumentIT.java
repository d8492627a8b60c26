package onair.ads;

import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import onair.test.api.DescribedApi;
import onair.test.api.Fuzzer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** What this service says about its API, and whether it is true. */
class ApiDocumentIT extends FakeTailorScenario implements ApiDocumentChecks {

  @Autowired
  ApiDocumentIT(ConfigurableApplicationContext service) {
    super(service);
  }

  @Override
  public ApiDocument apiDocument() {
    return ApiDocument.of("ads-service", api.get("/v3/api-docs").json());
  }

  @Test
  void everyReplyIsAsDescribed() {
    String organization = organization();
    Fuzzer fuzzer = Fuzzer.of(DescribedApi.of(api), as(organization, "*"));
    for (int i = 0; i < 20; i++) {
      String asset = asset(organization, 10 + i);
      fuzzer.known().add("/v1/assets/{}", "/v1/assets/" + asset);
      fuzzer.known().add("/v1/playback/{}", "/v1/playback/" + playback(asset));
    }

    fuzzer.trySequences(100).tryEach().report().mustBeClean();
  }
}
