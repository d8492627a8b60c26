package onair.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.util.unit.DataSize;

class SiteTest {
  private final MockServerHttpRequest request =
      MockServerHttpRequest.get("http://Live.example:8080/")
          .header("Host", "Live.example:8080")
          .build();

  private static Site site(String publicUrl) {
    return new Site(
        new DoorProperties(
            publicUrl,
            List.of(),
            List.of(),
            DataSize.ofMegabytes(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            List.of()));
  }

  @Test
  void isWhereTheRequestSaysItIs() {
    Site site = site("");

    assertThat(site.isHttps(request)).isFalse();
    assertThat(site.isOwnOrigin("http://live.example:8080", request)).isTrue();
    assertThat(site.isOwnOrigin("https://live.example:8080", request)).isTrue();
    assertThat(site.isOwnOrigin("http://live.example", request)).isFalse();
    assertThat(site.isOwnOrigin("http://live.example:80801", request)).isFalse();
    assertThat(site.isOwnOrigin("http://evil.example", request)).isFalse();
    assertThat(site.isOwnOrigin("null", request)).isFalse();
  }

  @Test
  void isWhereItIsConfiguredToBe() {
    Site site = site("https://onair.example");

    assertThat(site.isHttps(request)).isTrue();
    assertThat(site.isOwnOrigin("https://onair.example", request)).isTrue();
    assertThat(site.isOwnOrigin("https://onair.example.evil", request)).isFalse();
  }
}
