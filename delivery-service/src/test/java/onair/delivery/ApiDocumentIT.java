package onair.delivery;

import java.nio.file.Path;
import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What this service says about its API. */
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
}
