package onair.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import onair.gateway.route.RouteTable;
import onair.gateway.route.Service;
import onair.test.api.ApiDocument;
import onair.test.api.ApiDocumentChecks;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the whole API, made of what the services have checked in as the gateway makes
 * it of what they answer.
 */
class WholeApiTest implements ApiDocumentChecks {

  private static final String PROBLEM = "/components/schemas/Problem";
  private static final String REPLIES = "/components/responses";

  @Override
  public ApiDocument apiDocument() {
    var merge = new ApiMerge(own(), "/");
    for (Service service : Service.values()) {
      merge.add(
          service,
          checkedIn(service),
          path -> RouteTable.serviceOf(path).filter(service::equals).isPresent());
    }
    return ApiDocument.of("openapi", merge.result());
  }

  @Test
  void everyPathOfAServiceIsRoutedToIt() {
    Stream<String> paths =
        Arrays.stream(Service.values())
            .flatMap(service -> checkedIn(service).path("paths").propertyNames().stream());

    assertThat(apiDocument().json().path("paths").propertyNames()).containsAll(paths.toList());
  }

  @Test
  void everyServiceMeansTheSameByAProblem() {
    for (Service service : Service.values()) {
      assertThat(checkedIn(service).at(PROBLEM))
          .as(service.audience())
          .isEqualTo(own().at(PROBLEM));
      assertThat(checkedIn(service).at(REPLIES))
          .as(service.audience())
          .isEqualTo(own().at(REPLIES));
    }
  }

  /**
   * A generator takes the reply of the lowest status, or the first of two, for the one that
   * matters. openapi-generator writes nothing that compiles for a map in a query, and sends what
   * would be meant if nothing was said, which is ours to know.
   */
  @Test
  void theClientIsMadeOfTheSameWithoutWhatItsGeneratorCannotTell() {
    ObjectNode document = apiDocument().json().deepCopy().asObject();
    for (JsonNode operations : document.path("paths")) {
      for (JsonNode operation : operations) {
        if (operation.path("parameters") instanceof ArrayNode parameters) {
          if (parameters.valueStream().anyMatch(WholeApiTest::isDryRun)) {
            withoutPlan(operation.path("responses").asObject());
          }
          parameters.removeIf(
              parameter ->
                  isDryRun(parameter) || parameter.path("style").asString("").equals("deepObject"));
        }
      }
    }
    for (JsonNode schema : document.path("components").path("schemas")) {
      schema.path("properties").forEach(WholeApiTest::withoutDefault);
    }
    assertThat(ApiDocument.of("client", document).differences()).isEmpty();
  }

  private static boolean isDryRun(JsonNode parameter) {
    return parameter.path("name").asString().equals("dry_run");
  }

  private static void withoutDefault(JsonNode property) {
    property.asObject().remove("default");
    property.path("anyOf").forEach(WholeApiTest::withoutDefault);
  }

  private static void withoutPlan(ObjectNode replies) {
    if (replies.has("201") || replies.has("202")) {
      replies.remove("200");
    } else if (replies.at("/200/content/application~1json") instanceof ObjectNode media
        && media.at("/schema/anyOf/0") instanceof ObjectNode resource) {
      media.set("schema", resource);
    }
  }

  private static JsonNode checkedIn(Service service) {
    return ApiDocument.checkedIn(service.audience()).json();
  }

  private static JsonNode own() {
    try (InputStream file = new ClassPathResource("docs/openapi.json").getInputStream()) {
      return JsonMapper.shared().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
