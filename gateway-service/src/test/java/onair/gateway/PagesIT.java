package onair.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What the gateway serves itself: the dashboard and the description of the API. */
class PagesIT {
  private static final DataSize NOT_WORTH_PACKING = DataSize.ofKilobytes(2);
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.fresh();
  }

  private static void describes(FakeService service, String document) {
    service.answers(
        (asked, answer) ->
            asked.uri().equals("/v3/api-docs")
                ? FakeService.json(answer, 200, document)
                : FakeService.json(answer, 404, "{}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/channels/ch_1", "/library/ast_1", "/channels/new"})
  void servesTheDashboardWhereverABrowserGoes(String path) {
    HttpResponse<String> page = gateway.get(path, "Accept", BROWSER);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(page.body()).contains("<div id=\"root\">").doesNotContain("<style", "onload=");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'")
        .contains("connect-src 'self' http://edge.example:8090 https://uploads.s3.example;")
        .contains("img-src 'self' data: blob: http://edge.example:8090;")
        .contains("media-src 'self' blob: data: http://edge.example:8090")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void letsBrowsersKeepHashedFilesForEver() {
    Matcher script =
        Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"")
            .matcher(gateway.get("/", "Accept", BROWSER).body());
    assertThat(script.find()).isTrue();

    HttpResponse<String> file = gateway.get(script.group(1));

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
    assertThat(file.headers().firstValue("Cache-Control").orElseThrow())
        .contains("immutable", "max-age=31536000");
    assertThat(gateway.get(script.group(1), "Accept-Encoding", "gzip").headers().map())
        .containsKey("content-encoding");
  }

  @Test
  void sendsWhatThePageIsMadeOfCompressed() throws Exception {
    List<String> files =
        Pattern.compile("\"(/assets/[^\"]+)\"")
            .matcher(gateway.get("/", "Accept", BROWSER).body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(files)
        .anyMatch(file -> file.endsWith(".js"))
        .anyMatch(file -> file.endsWith(".css"));

    for (String file : files) {
      byte[] whole = gateway.get(file).body().getBytes(UTF_8);
      HttpResponse<byte[]> packed =
          gateway
              .http()
              .send(
                  gateway.request(file, "Accept-Encoding", "gzip, deflate, br").build(),
                  HttpResponse.BodyHandlers.ofByteArray());

      assertThat(packed.headers().firstValue("Vary")).as(file).hasValue("Accept-Encoding");
      if (whole.length < NOT_WORTH_PACKING.toBytes()) {
        continue;
      }
      assertThat(packed.headers().firstValue("Content-Encoding")).as(file).hasValue("gzip");
      assertThat(packed.body().length).as(file).isLessThan(whole.length / 2);
      assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
          .isEqualTo(whole);
    }
  }

  @Test
  void showsPicturesOfServicesOnAPageOfWhoeverIsSignedIn() throws Exception {
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 0x10, 'J', 'F', 'I', 'F'};
    gateway.channels.answers(
        (asked, answer) ->
            answer
                .header("Content-Type", "image/jpeg")
                .header("Last-Modified", "Mon, 23 Nov 2026 08:00:00 GMT")
                .sendByteArray(Mono.just(jpeg)));

    HttpResponse<byte[]> picture =
        gateway
            .http()
            .send(
                gateway
                    .request(
                        "/v1/channels/ch_1/thumbnail",
                        "Accept",
                        "image/avif,image/webp,image/*,*/*;q=0.8",
                        "Cookie",
                        "onair_session=" + gateway.accounts.newSession("anna"),
                        "Sec-Fetch-Dest",
                        "image",
                        "Sec-Fetch-Mode",
                        "no-cors",
                        "Sec-Fetch-Site",
                        "same-origin")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());

    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.body()).isEqualTo(jpeg);
    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    assertThat(picture.headers().firstValue("Content-Disposition")).isEmpty();
    assertThat(picture.headers().firstValue("Cross-Origin-Resource-Policy"))
        .hasValue("same-origin");
    assertThat(picture.headers().firstValue("Last-Modified")).isPresent();
    assertThat(gateway.get("/", "Accept", BROWSER).headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("img-src 'self'"));
  }

  @Test
  void answersAHeadRequestForThePage() {
    HttpResponse<String> page =
        gateway.send(gateway.request("/", "Accept", BROWSER).HEAD().build());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/nothing-here.js",
        "/assets/",
        "/assets",
        "/v1/nothing",
        "/internal/x",
        "/actuator/beans",
        "/docs/nothing",
        "/index.html",
        "/robots.txt"
      })
  void servesNoPageWhereSomethingElseShouldBe(String path) {
    HttpResponse<String> answer = gateway.get(path, "Accept", BROWSER);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void servesNoPageToSomebodyWhoWantsJson() {
    assertThat(gateway.get("/channels", "Accept", "application/json").statusCode()).isEqualTo(404);
    assertThat(gateway.get("/channels").statusCode()).isEqualTo(404);
  }

  @Test
  void describesTheWholeApiInOneDocument() {
    describes(
        gateway.channels,
        "{\"paths\":{\"/v1/channels\":{\"get\":{\"operationId\":\"list\"}},"
            + "\"/internal/x\":{},\"/v1/whoami\":{}}}");
    describes(
        gateway.delivery,
        "{\"paths\":{\"/v1/playback/{playback_id}\":{\"get\":{\"operationId\":\"list\"}}}}");
    describes(gateway.accountService, "{\"paths\":{\"/v1/whoami\":{\"get\":{}}}}");

    HttpResponse<String> answer = gateway.get("/openapi.json");

    JsonNode document = gateway.json(answer);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
    assertThat(document.path("paths").propertyNames())
        .containsExactly(
            "/playback/{playback_id}",
            "/session",
            "/session/invitation",
            "/session/oidc",
            "/session/oidc/{provider}",
            "/v1/channels",
            "/v1/playback/{playback_id}",
            "/v1/whoami");
    assertThat(document.path("paths").path("/v1/whoami").has("get")).isTrue();
    assertThat(document.path("servers").path(0).path("url").asString()).isEqualTo("/");
    assertThat(document.path("components").path("securitySchemes").path("api_key").path("scheme"))
        .hasToString("\"bearer\"");
    assertThat(document.has("x-onair-unavailable")).isFalse();
    assertThat(answer.body()).doesNotContain("127.0.0.1");
  }

  @Test
  void namesTheServicesThatDoNotDescribeThemselvesAndAsksThemAgain() {
    describes(gateway.channels, "{\"paths\":{\"/v1/channels\":{}}}");
    gateway.delivery.down();
    gateway.accountService.answers(500, "");

    JsonNode document = gateway.json(gateway.get("/openapi.json"));
    assertThat(document.path("paths").has("/v1/channels")).isTrue();
    assertThat(document.path("x-onair-unavailable").valueStream().map(JsonNode::asString))
        .containsExactly("account-service", "delivery-service");

    gateway.delivery.up();
    describes(gateway.delivery, "{\"paths\":{\"/v1/playback/{id}\":{}}}");
    gateway.passes(Duration.ofSeconds(6));
    assertThat(gateway.json(gateway.get("/openapi.json")).path("paths").has("/v1/playback/{id}"))
        .isTrue();
  }

  @Test
  void asksAServiceForItsDescriptionOnceAMinute() {
    gateway.get("/openapi.json");
    gateway.get("/openapi.json");
    assertThat(gateway.channels.asked()).hasSize(1);

    gateway.passes(Duration.ofSeconds(61));
    gateway.get("/openapi.json");
    assertThat(gateway.channels.asked()).hasSize(2);
  }

  @Test
  void offersThePageToReadAndTryTheApi() {
    HttpResponse<String> page = gateway.get("/docs");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("/docs/swagger-ui-bundle.js", "/docs/start.js");
    assertThat(page.body()).doesNotContain("<script>");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'");

    for (String file : new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "start.js"}) {
      assertThat(gateway.get("/docs/" + file).statusCode()).isEqualTo(200);
    }
    assertThat(gateway.get("/docs/index.html").statusCode()).isEqualTo(404);
    assertThat(gateway.get("/docs/swagger-ui.js").statusCode()).isEqualTo(404);
  }
}
