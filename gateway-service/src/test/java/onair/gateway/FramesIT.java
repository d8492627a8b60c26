package onair.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** What pages of other sites may show in a frame: the player, and nothing else. */
class FramesIT {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.fresh();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/embed/pb_1", "/embed/", "/embed", "/embed/pb_1/more"})
  void letsAnyPageShowThePlayerInAFrame(String path) throws IOException {
    HttpResponse<String> page = gateway.get(path, "Accept", BROWSER);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .isEqualTo(new ClassPathResource("dashboard/embed.html").getContentAsString(UTF_8));
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).isEmpty();
    assertThat(page.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
    assertThat(page.headers().firstValue("Permissions-Policy").orElseThrow())
        .contains("camera=()", "autoplay=(self)", "fullscreen=(self)", "picture-in-picture=(self)");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors *", "default-src 'none'", "script-src 'self'")
        .contains("connect-src 'self' http://edge.example:8090;")
        .contains("img-src 'self' data: http://edge.example:8090;")
        .contains("media-src 'self' blob: data: http://edge.example:8090;")
        .contains("form-action 'none'")
        .doesNotContain("unsafe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/channels/embed/pb_1",
        "/Embed/pb_1",
        "/embedded",
        "/docs",
        "/docs/start.js",
        "/embed/nothing.js",
        "/playback/pb_1",
        "/v1/channels",
        "/session"
      })
  void letsNobodyShowAnythingElseInAFrame(String path) {
    HttpResponse<String> answer = gateway.get(path, "Accept", BROWSER);

    assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("frame-ancestors 'none'");
  }
}
