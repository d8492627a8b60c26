package onair.delivery;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import onair.common.security.Caller;
import onair.test.TestApi;
import onair.test.api.AccessMatrix;
import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import onair.test.api.DescribedApi;
import onair.test.api.Fuzzer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What this service says about its API, and whether it is true. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocumentIT implements ApiDocumentChecks {

  private Installation installation;

  @BeforeAll
  void start(@TempDir Path folder) {
    installation = new Installation(folder);
  }

  @AfterAll
  void stop() {
    installation.close();
  }

  @Override
  public ApiDocument apiDocument() {
    return ApiDocument.of("delivery-service", installation.anonymous().get("/v3/api-docs").json());
  }

  @Test
  void everyOperationWorksForWhoMayAndForNobodyElse() {
    var ours = new Caller("org_2", "key_1", Set.of("*"));
    installation.told().channel("channel.live", "org_2", "ch_2", 1, "live", "/out/v1/onair/ch_2");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> installation.as(ours).get("/v1/playback/pb_2").status() == 200);

    AccessMatrix.of("delivery-service", installation.anonymous(), ours)
        .resource("/v1/playback/{}", () -> "/v1/playback/pb_2")
        .mustHold();
  }

  @Test
  void everyReplyIsAsDescribed() {
    TestApi client = installation.as(new Caller("org_1", "key_1", Set.of("*")));
    installation.told().channel("channel.live", "org_1", "ch_1", 1, "live", "/out/v1/onair/ch_1");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> client.get("/v1/playback/pb_1").status() == 200);
    Fuzzer fuzzer = Fuzzer.of(DescribedApi.of(installation.anonymous()), client);
    fuzzer.known().add("/v1/playback/{}", "/v1/playback/pb_1");

    fuzzer.tryEach().report().mustBeClean();
  }
}
