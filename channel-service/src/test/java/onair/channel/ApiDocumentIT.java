package onair.channel;

import onair.awslocal.junit.WithAwsLocal;
import onair.test.TestApi;
import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import onair.test.api.DescribedApi;
import onair.test.api.Fuzzer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What this service says about its API, and whether it is true. */
@WithAwsLocal
class ApiDocumentIT extends ServiceScenario implements ApiDocumentChecks {

  @Autowired
  ApiDocumentIT(@LocalServerPort int port) {
    super(port);
  }

  @Override
  public ApiDocument apiDocument() {
    return ApiDocument.of("channel-service", api.get("/v3/api-docs").json());
  }

  @Test
  void everyReplyIsAsDescribed() {
    TestApi client = as(caller("org_fuzz", "*"));
    Fuzzer fuzzer = Fuzzer.of(DescribedApi.of(api), client);
    for (int i = 0; i < 20; i++) { // only what is contributed by SRT can be shared
      String id =
          client
              .with("Idempotency-Key", "srt-" + i)
              .post("/v1/channels", "{\"name\":\"Show\",\"ingest\":{\"protocol\":\"srt\"}}")
              .json()
              .path("id")
              .asString();
      fuzzer.known().add("/v1/channels/{}", "/v1/channels/" + id);
    }

    fuzzer
        .trySequences(100)
        .tryEach()
        .report()
        .mustBeClean(
            // there is no broadcast
            "createAdBreak",
            "getAdBreak",
            "updateAdBreak",
            "cancelAdBreak",
            "getSession");
  }
}
