package onair.gateway;

import static onair.gateway.FakeAccounts.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other origins may call and read. */
class ForeignPagesIT {
  private static final String BEARER = "Bearer " + KEY;

  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.fresh();
  }

  @Test
  void letsAConfiguredPartnersPagesCallWithAKey() {
    HttpRequest preflight =
        gateway
            .request("/v1/channels", "Origin", RunningGateway.PARTNER)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization, content-type")
            .method("OPTIONS", BodyPublishers.noBody())
            .build();
    HttpResponse<String> allowed = gateway.send(preflight);
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue(RunningGateway.PARTNER);
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();

    HttpResponse<String> answer =
        gateway.get("/v1/channels", "Authorization", BEARER, "Origin", RunningGateway.PARTNER);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue(RunningGateway.PARTNER);
  }

  @Test
  void tellsAConfiguredPartnersPagesWhyACallWasRefused() {
    HttpResponse<String> answer = gateway.get("/v1/channels", "Origin", RunningGateway.PARTNER);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
        .containsExactly(RunningGateway.PARTNER);
    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
        .contains("Retry-After", "X-Request-Id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://anybody.example", "null"})
  void letsEveryonesPagesReadWhatViewersAreTold(String origin) {
    HttpResponse<String> answer = gateway.get("/playback/pb_1", "Origin", origin);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();

    gateway.delivery.down();
    HttpResponse<String> failed = gateway.get("/playback/pb_1", "Origin", origin);
    assertThat(failed.statusCode()).isIn(502, 503);
    assertThat(failed.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
  }

  @Test
  void letsOtherOriginsPagesChangeNothingWhereViewersAsk() {
    HttpRequest preflight =
        gateway
            .request("/playback/pb_1", "Origin", "https://evil.example")
            .header("Access-Control-Request-Method", "DELETE")
            .method("OPTIONS", BodyPublishers.noBody())
            .build();

    assertThat(gateway.send(preflight).statusCode()).isEqualTo(403);
    assertThat(gateway.post("/playback/pb_1", "{}", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(gateway.delivery.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://partner.example"})
  void refusesPagesOfAnyOtherOrigin(String origin) {
    HttpResponse<String> answer =
        gateway.get("/v1/channels", "Authorization", BEARER, "Origin", origin);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(gateway.json(answer).path("code").asString()).isEqualTo("origin_not_allowed");
    assertThat(gateway.channels.asked()).isEmpty();
  }
}
