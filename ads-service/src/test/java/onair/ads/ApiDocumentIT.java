package onair.ads;

import java.util.Set;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.test.api.AccessMatrix;
import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import onair.test.api.DescribedApi;
import onair.test.api.Fuzzer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** What this service says about its API, and whether it is true. */
class ApiDocumentIT extends ServingScenario implements ApiDocumentChecks {

  @Autowired
  ApiDocumentIT(ConfigurableApplicationContext service) {
    super(service);
  }

  @Override
  public ApiDocument apiDocument() {
    return ApiDocument.of("ads-service", api.get("/v3/api-docs").json());
  }

  @Test
  void everyOperationWorksForWhoMayAndForNobodyElse() {
    String ours = organization();
    AccessMatrix.of("ads-service", api, new Caller(ours, "key_1", Set.of("*")))
        .resource("/v1/creatives/{}", () -> "/v1/creatives/" + creative(ours, 10))
        .resource("/v1/campaigns/{}", () -> "/v1/campaigns/" + campaign(ours, creative(ours, 10)))
        .resource("/v1/ad-configurations/{}", () -> adConfiguration(ours))
        .resource("/v1/channels/{}/ad-breaks/{}", () -> signalledBreak(ours))
        .body(
            "createCreative",
            () -> "{\"name\":\"Ad\",\"asset_id\":\"%s\"}".formatted(asset(ours, 10)))
        .body(
            "createCampaign",
            () -> "{\"name\":\"Campaign\",\"creative_ids\":[\"%s\"]}".formatted(creative(ours, 10)))
        .body("createAdConfiguration", () -> preRoll(ours))
        .body("updateCampaign", () -> "{\"name\":\"Another\"}")
        .body("updateAdConfiguration", () -> "{\"pre_roll_seconds\":15}")
        .mustHold();
  }

  private String signalledBreak(String organization) {
    String channel = Ids.next("ch");
    String adBreak = Ids.next("brk");
    signal(organization, channel, adBreak, 1, 30);
    return "/v1/channels/" + channel + "/ad-breaks/" + adBreak;
  }

  private String adConfiguration(String organization) {
    return "/v1/ad-configurations/"
        + as(organization)
            .with("Idempotency-Key", Ids.next("k"))
            .post("/v1/ad-configurations", preRoll(organization))
            .json()
            .path("id")
            .asString();
  }

  private String preRoll(String organization) {
    return "{\"playback_id\":\"%s\",\"pre_roll_seconds\":30}"
        .formatted(playback(asset(organization, 10)));
  }

  @Test
  void everyReplyIsAsDescribed() {
    String organization = organization();
    Fuzzer fuzzer = Fuzzer.of(DescribedApi.of(api), as(organization, "*"));
    for (int i = 0; i < 20; i++) {
      String asset = asset(organization, 10 + i);
      fuzzer.known().add("/v1/assets/{}", "/v1/assets/" + asset);
      fuzzer.known().add("/v1/playback/{}", "/v1/playback/" + playback(asset));
      fuzzer.known().add("/v1/channels/{}/ad-breaks/{}", signalledBreak(organization));
    }

    fuzzer.trySequences(150).tryEach().report().mustBeClean();
  }
}
