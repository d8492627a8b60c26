package onair.ads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onair.common.id.Ids;
import onair.test.Changes;
import onair.test.TestApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What the service writes down for the audit log. */
class AuditIT extends FakeTailorScenario {

  private final ConfigurableApplicationContext service;

  @Autowired
  AuditIT(ConfigurableApplicationContext service) {
    super(service);
    this.service = service;
  }

  @Test
  void everyOperationThatChangesSomethingIsWrittenDown() {
    assertThat(Changes.notWrittenDown(service)).isEmpty();
  }

  @Test
  void whatBecomesOfACreativeACampaignAndAConfigurationIsWrittenDown() {
    String organization = organization();
    String asset = asset(organization, 15);
    String creative =
        made(organization, "/v1/creatives", "{\"name\":\"A\",\"asset_id\":\"" + asset + "\"}");
    String campaign =
        made(
            organization,
            "/v1/campaigns",
            "{\"name\":\"A\",\"creative_ids\":[\"" + creative + "\"]}");
    changed(organization, "/v1/campaigns/" + campaign, "updateCampaign", campaign);
    removed(organization, "/v1/campaigns/" + campaign, "deleteCampaign", campaign);
    changed(organization, "/v1/creatives/" + creative, "updateCreative", creative);
    removed(organization, "/v1/creatives/" + creative, "deleteCreative", creative);
  }

  private String made(String organization, String path, String body) {
    String request = Ids.next("req");
    JsonNode made = api(organization, request).post(path, body).json();
    JsonNode entry = only(request);
    assertThat(entry.path("operation").asString()).startsWith("create");
    assertThat(entry.path("organization_id").asString()).isEqualTo(organization);
    assertThat(entry.path("resource_id").asString()).isEqualTo(made.path("id").asString());
    assertThat(entry.path("after")).isEqualTo(made);
    return made.path("id").asString();
  }

  private void changed(String organization, String path, String operation, String id) {
    String request = Ids.next("req");
    api(organization, request).patch(path, "{\"name\":\"B\"}");
    JsonNode entry = only(request);
    assertThat(entry.path("operation").asString()).isEqualTo(operation);
    assertThat(entry.path("resource_id").asString()).isEqualTo(id);
    assertThat(entry.at("/before/name").asString()).isEqualTo("A");
    assertThat(entry.at("/after/name").asString()).isEqualTo("B");
  }

  private void removed(String organization, String path, String operation, String id) {
    String request = Ids.next("req");
    api(organization, request).delete(path);
    JsonNode entry = only(request);
    assertThat(entry.path("operation").asString()).isEqualTo(operation);
    assertThat(entry.at("/before/id").asString()).isEqualTo(id);
    assertThat(entry.at("/before/name").asString()).isEqualTo("B");
  }

  private JsonNode only(String request) {
    List<JsonNode> entries = Changes.writtenDown(jdbc, request);
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private TestApi api(String organization, String request) {
    return as(organization).with("X-Request-Id", request);
  }
}
