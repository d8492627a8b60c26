package onair.gateway.docs;

import static onair.gateway.route.Service.ACCOUNT;
import static onair.gateway.route.Service.CHANNEL;
import static onair.gateway.route.Service.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiMergeTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ApiMerge merge;

  @BeforeEach
  void start() {
    merge =
        new ApiMerge(
            JSON.readTree(
                """
                {"openapi":"3.1.0","info":{"title":"OnAir","description":"All of it."},
                 "tags":[{"name":"Session"}],
                 "paths":{"/session":{"get":{"operationId":"showSession"}}},
                 "components":{"schemas":{"Session":{"type":"object"}}}}
                """),
            "/");
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }

  @Test
  void keepsOnlyPathsThatAreRoutedInOrder() {
    merge.add(CHANNEL, json("{'paths':{'/v1/b':{},'/v1/a':{},'/internal/x':{}}}"), this::isPublic);

    assertThat(merge.result().path("paths").propertyNames())
        .containsExactly("/session", "/v1/a", "/v1/b");
  }

  @Test
  void keepsOneOfTwoEqualComponents() {
    String page = "{'paths':{},'components':{'schemas':{'Page':{'type':'array'}}}}";
    merge.add(CHANNEL, json(page), this::isPublic);
    merge.add(DELIVERY, json(page), this::isPublic);

    assertThat(merge.result().path("components").path("schemas").propertyNames())
        .containsExactlyInAnyOrder("Session", "Page");
  }

  @Test
  void renamesAComponentThatMeansSomethingElseAndAllThatPointsAtIt() {
    merge.add(
        CHANNEL,
        json("{'paths':{},'components':{'schemas':{'Page':{'type':'array'}}}}"),
        this::isPublic);
    merge.add(
        DELIVERY,
        json(
            "{'paths':{'/v1/p':{'get':{'schema':{'$ref':'#/components/schemas/Page'}}}},"
                + "'components':{'schemas':{'Page':{'type':'object'},"
                + "'Book':{'items':{'$ref':'#/components/schemas/Page'}}}}}"),
        this::isPublic);

    JsonNode result = merge.result();
    JsonNode schemas = result.path("components").path("schemas");
    String moved = "#/components/schemas/DeliveryPage";
    assertThat(schemas.path("Page").path("type").asString()).isEqualTo("array");
    assertThat(schemas.path("DeliveryPage").path("type").asString()).isEqualTo("object");
    assertThat(schemas.path("Book").path("items").path("$ref").asString()).isEqualTo(moved);
    assertThat(result.at("/paths/~1v1~1p/get/schema/$ref").asString()).isEqualTo(moved);
  }

  @Test
  void givesEachOperationAnIdOfItsOwn() {
    merge.add(ACCOUNT, json("{'paths':{'/v1/a':{'get':{'operationId':'list'}}}}"), this::isPublic);
    merge.add(CHANNEL, json("{'paths':{'/v1/b':{'get':{'operationId':'list'}}}}"), this::isPublic);

    assertThat(
            merge
                .result()
                .path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(operation -> operation.path("operationId").asString())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("showSession", "list", "ChannelList");
  }

  @Test
  void namesEachTagOnce() {
    merge.add(ACCOUNT, json("{'tags':[{'name':'Session'},{'name':'Keys'}]}"), this::isPublic);

    assertThat(merge.result().path("tags").valueStream().map(tag -> tag.path("name").asString()))
        .containsExactly("Keys", "Session");
  }

  @Test
  void saysWhatIsMissingToPeopleAndPrograms() {
    merge.addMissing(DELIVERY);

    JsonNode result = merge.result();
    assertThat(result.path("x-onair-unavailable").path(0).asString()).isEqualTo("delivery-service");
    assertThat(result.path("info").path("description").asString())
        .startsWith("All of it.")
        .contains("delivery-service");
  }

  @Test
  void survivesADocumentThatIsNoDescription() {
    merge.add(ACCOUNT, json("{'paths':[],'components':7,'tags':'x'}"), this::isPublic);

    assertThat(merge.result().path("paths").propertyNames()).containsExactly("/session");
  }

  private boolean isPublic(String path) {
    return path.startsWith("/v1/");
  }
}
