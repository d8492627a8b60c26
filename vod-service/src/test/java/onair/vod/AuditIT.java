package onair.vod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onair.common.id.Ids;
import onair.test.Changes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the service writes down for the audit log. */
class AuditIT extends VodScenario {

  private final ApplicationContext service;
  private final JdbcClient jdbc;

  @Autowired
  AuditIT(@LocalServerPort int port, ApplicationContext service, JdbcClient jdbc) {
    super(port);
    this.service = service;
    this.jdbc = jdbc;
  }

  @Test
  void everyOperationThatChangesSomethingIsWrittenDown() {
    assertThat(Changes.notWrittenDown(service)).isEmpty();
  }

  @Test
  void anUploadIsWrittenDownWithoutItsSignedAddresses() {
    JsonNode upload = create(1).json();
    String request = Ids.next("req");
    as(OWNER).with("X-Request-Id", request).delete("/v1/uploads/" + upload.path("id").asString());

    JsonNode entry = only(request);
    assertThat(entry.path("operation").asString()).isEqualTo("cancelUpload");
    assertThat(entry.path("resource_id").asString()).isEqualTo(upload.path("id").asString());
    assertThat(entry.at("/after/status").asString()).isEqualTo("cancelled");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from (select detail from outbox union all select detail from unconfirmed_event) told
                    where detail like '%X-Amz-Signature%'
                    """)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aRenamedAssetIsWrittenDown() {
    String asset = create(1).json().path("asset_id").asString();
    String request = Ids.next("req");
    as(OWNER).with("X-Request-Id", request).patch("/v1/assets/" + asset, "{\"name\":\"New\"}");

    assertThat(only(request).path("operation").asString()).isEqualTo("updateAsset");
    assertThat(only(request).at("/before/id").asString()).isEqualTo(asset);
    assertThat(only(request).at("/after/name").asString()).isEqualTo("New");
  }

  private JsonNode only(String request) {
    List<JsonNode> entries = Changes.writtenDown(jdbc, request);
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }
}
