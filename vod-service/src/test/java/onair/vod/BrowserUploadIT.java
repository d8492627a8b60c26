package onair.vod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onair.common.id.Ids;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page of uploads and assets asks for, and whatever people drop on it. */
class BrowserUploadIT extends VodScenario {

  @Autowired
  BrowserUploadIT(@LocalServerPort int port) {
    super(port);
  }

  @BeforeEach
  void bucketIsThere() {
    create(1);
  }

  @Test
  void whatWasCutOffIsFoundAgainAndGoesOnFromAnotherPage() {
    var owner = as(caller("org_lists", "assets:*"));
    byte[] file = new byte[PART + 7];
    JsonNode cut = begin(owner, file.length);
    send(cut.path("parts").get(0), file, PART);
    JsonNode later = begin(owner, 7);
    owner.delete("/v1/uploads/" + later.path("id").asString());

    JsonNode listed = owner.get("/v1/uploads").json().path("data");
    assertThat(listed.valueStream().map(upload -> upload.path("id")))
        .as("newest first")
        .containsExactly(later.path("id"), cut.path("id"));
    JsonNode found = owner.get("/v1/uploads?status=waiting").json().path("data");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).path("file_name").asString()).isEqualTo("show.mp4");
    assertThat(found.get(0).path("size_bytes").asLong()).isEqualTo(file.length);
    assertThat(found.get(0).path("part_count").asInt()).isEqualTo(2);
    assertThat(found.toString()).doesNotContain("X-Amz", "\"parts\"");

    String path = "/v1/uploads/" + found.get(0).path("id").asString();
    JsonNode resumed = owner.get(path).json();
    assertThat(resumed.path("parts").valueStream().map(part -> part.path("uploaded").asBoolean()))
        .containsExactly(true, false);
    String second = send(resumed.path("parts").get(1), file, PART);
    assertThat(
            owner
                .with("Idempotency-Key", "resumed")
                .post(
                    path + "/complete",
                    "{\"parts\":[{\"number\":1,\"etag\":%s},{\"number\":2,\"etag\":\"%s\"}]}"
                        .formatted(
                            resumed.path("parts").get(0).path("etag"), second.replace("\"", "")))
                .status())
        .isEqualTo(202);
    assertThat(owner.get("/v1/uploads?status=waiting").json().path("data")).isEmpty();
    assertThat(owner.get("/v1/uploads?status=sent").violations())
        .containsExactly("status unknown_value");
  }

  @Test
  void aListIsReadPageByPage() {
    var owner = as(caller("org_pages", "assets:*"));
    List<String> ids =
        Stream.of(1, 2, 3).map(size -> begin(owner, size).path("id").asString()).toList();

    JsonNode first = owner.get("/v1/uploads?limit=2").json();
    JsonNode second =
        owner.get("/v1/uploads?limit=2&cursor=" + first.path("next_cursor").asString()).json();

    assertThat(
            Stream.of(first, second)
                .flatMap(page -> page.path("data").valueStream())
                .map(upload -> upload.path("id").asString()))
        .containsExactlyElementsOf(ids.reversed());
    assertThat(second.path("next_cursor").isNull()).isTrue();
  }

  @Test
  void addressesAreFreshWheneverAnUploadIsAskedForAndNoCacheKeepsOldOnes() {
    String path = "/v1/uploads/" + create(7).json().path("id").asString();
    Reply first = as(OWNER).get(path);
    String tag = first.header("ETag").orElseThrow();

    Reply fresh =
        await()
            .atMost(Duration.ofSeconds(10))
            .until(
                () -> as(OWNER).with("If-None-Match", tag).get(path),
                reply -> reply.status() == 200);

    assertThat(address(fresh)).isNotEqualTo(address(first)).contains("X-Amz-Expires=3600");
    assertThat(put(address(fresh), new byte[7]).statusCode()).isEqualTo(200);
    assertThat(as(OWNER).with("If-Match", tag).delete(path).status())
        .as("it is the same version")
        .isEqualTo(202);
  }

  private static String address(Reply upload) {
    return upload.json().path("parts").get(0).path("url").asString();
  }

  private static JsonNode begin(TestApi client, long size) {
    Reply begun =
        client.with("Idempotency-Key", Ids.next("k")).post("/v1/uploads", body(size, false));
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    return begun.json();
  }

  @Test
  void threeGigabytesAreCutIntoPartsThatMakeTheFile() {
    long size = 3L * 1024 * 1024 * 1024;
    JsonNode begun = create(size).json();

    assertThat(begun.path("parts").size()).isEqualTo(615);
    assertThat(
            begun
                .path("parts")
                .valueStream()
                .mapToLong(part -> part.path("size_bytes").asLong())
                .sum())
        .isEqualTo(size);
    assertThat(as(OWNER).delete("/v1/uploads/" + begun.path("id").asString()).status())
        .isEqualTo(202);
  }

  @ParameterizedTest
  @MethodSource("namesOfFiles")
  void aNameIsKeptAsItIs(String name) {
    JsonNode begun = as(OWNER).post("/v1/uploads", named(name)).json();

    assertThat(upload(begun.path("id").asString()).path("file_name").asString()).isEqualTo(name);
    assertThat(asset(begun.path("asset_id").asString()).path("name").asString()).isEqualTo(name);
    assertThat(begun.path("parts").get(0).path("url").asString())
        .contains(begun.path("asset_id").asString());
  }

  static List<String> namesOfFiles() {
    return List.of(
        "\uD83D\uDC69\u200D\uD83D\uDE80 launch \uD83C\uDF89.mp4",
        "\u0645\u0628\u0627\u0631\u0627\u0629 \u202E4pm.exe",
        "\u30B7\u30E7\u30FC ".repeat(63) + "abc",
        "<img src=x onerror=alert(1)>.mp4",
        "../../etc/passwd",
        "%_\\'\";drop table upload;--");
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 5000})
  void aNameThatIsTooLongIsRefused(int length) {
    assertThat(as(OWNER).post("/v1/uploads", named("x".repeat(length))).violations())
        .containsExactlyInAnyOrder("file_name size", "asset.name size");
  }

  @Test
  void aNameThatNoTextCanHoldIsRefused() {
    Reply refused = as(OWNER).post("/v1/uploads", named("a\0b"));
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
  }

  @Test
  void aSizeThatIsNoneIsRefused() {
    assertThat(as(OWNER).post("/v1/uploads", body(-1, false)).violations())
        .containsExactly("size_bytes min");
  }

  private static String named(String name) {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "file_name",
                name,
                "size_bytes",
                7,
                "content_type",
                "video/mp4",
                "asset",
                Map.of("name", name)));
  }

  @Test
  void assetsAreFoundBySomeOfTheirName() {
    var owner = as(caller("org_names", "assets:*"));
    List<String> names = List.of("Opening NIGHT", "50% off", "50 off", "\u00C9t\u00E9_1", "ete 1");
    names.forEach(
        name ->
            assertThat(
                    owner
                        .with("Idempotency-Key", Ids.next("k"))
                        .post("/v1/uploads", named(name))
                        .status())
                .isEqualTo(201));

    assertThat(assetsNamed(owner, "night")).containsExactly("Opening NIGHT");
    assertThat(assetsNamed(owner, "0% O")).containsExactly("50% off");
    assertThat(assetsNamed(owner, "\u00C9T\u00C9_")).containsExactly("\u00C9t\u00E9_1");
    assertThat(assetsNamed(owner, "_")).containsExactly("\u00C9t\u00E9_1");
    assertThat(assetsNamed(owner, "\\")).isEmpty();
    assertThat(assetsNamed(owner, "off&status=waiting_for_upload")).hasSize(2);
    assertThat(assetsNamed(owner, "off&status=ready")).isEmpty();
    assertThat(assetsNamed(as(OWNER), "Opening NIGHT")).isEmpty();
  }

  /**
   * @param name and what else is asked for
   */
  private static List<String> assetsNamed(TestApi client, String name) {
    String[] parts = name.split("&", 2);
    String query =
        "?name="
            + URLEncoder.encode(parts[0], StandardCharsets.UTF_8)
            + (parts.length > 1 ? "&" + parts[1] : "");
    return client
        .get("/v1/assets" + query)
        .json()
        .path("data")
        .valueStream()
        .map(asset -> asset.path("name").asString())
        .toList();
  }
}
