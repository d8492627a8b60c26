package onair.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import onair.gateway.door.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.ServerRequest;

class SessionCookiesTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final String SECRET = "abcdefghijklmnop";

  @ParameterizedTest
  @CsvSource({
    "'', http://127.0.0.1:8080/session, onair_session, false",
    "'', https://live.example/session, __Host-onair_session, true",
    "https://live.example, http://10.0.0.7:8080/session, __Host-onair_session, true"
  })
  void areBoundToThisHostWhereBrowsersUseTls(
      String publicUrl, String asked, String name, boolean secure) {
    SessionCookies cookies = new SessionCookies(Site.at(publicUrl), InstantSource.fixed(NOW));
    ServerRequest request = request(MockServerHttpRequest.get(asked).build());

    for (ResponseCookie cookie :
        List.of(
            cookies.session(request, new OpenedSession(SECRET, NOW.plusSeconds(60))),
            cookies.noSession(request))) {
      assertThat(cookie.getName()).isEqualTo(name);
      assertThat(cookie.isSecure()).isEqualTo(secure);
      assertThat(cookie.isHttpOnly()).isTrue();
      assertThat(cookie.getPath()).isEqualTo("/");
      assertThat(cookie.getDomain()).as("of this host only").isNull();
    }
  }

  @Test
  void doNotBelieveOverTlsWhatAPageWithoutItCouldHaveSet() {
    SessionCookies cookies =
        new SessionCookies(Site.at("https://live.example"), InstantSource.fixed(NOW));
    MockServerHttpRequest planted = with("onair_session");
    MockServerHttpRequest ours = with("__Host-onair_session");

    assertThat(Credential.of(planted, cookies.name(planted))).isEmpty();
    assertThat(Credential.of(ours, cookies.name(ours))).hasValue(new Credential.Session(SECRET));
  }

  private static MockServerHttpRequest with(String cookie) {
    return MockServerHttpRequest.get("/v1/channels").cookie(new HttpCookie(cookie, SECRET)).build();
  }

  private static ServerRequest request(MockServerHttpRequest asked) {
    return ServerRequest.create(MockServerWebExchange.from(asked), List.of());
  }
}
