package onair.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class SiteTest {
  private final MockServerHttpRequest request =
      MockServerHttpRequest.get("http://Live.example:8080/")
          .header("Host", "Live.example:8080")
          .build();

  @Test
  void isWhereTheRequestSaysItIs() {
    Site site = Site.at("");

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
    Site site = Site.at("https://onair.example");

    assertThat(site.isHttps(request)).isTrue();
    assertThat(site.isOwnOrigin("https://onair.example", request)).isTrue();
    assertThat(site.isOwnOrigin("https://onair.example.evil", request)).isFalse();
  }
}
