package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import onair.launcher.Api;
import onair.launcher.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a hurried, a mistaken and a hostile user send, through the gateway and on the RTMP port. */
@ExtendWith(OnAir.Extension.class)
class BadInputE2E {

  @Test
  void everyViolationIsNamedAtOnce(OnAir onAir) throws InterruptedException {
    String name = "x".repeat(300);
    Answer answer =
        onAir
            .api()
            .send(
                "POST",
                "/v1/channels",
                "{\"name\":\""
                    + name
                    + "\",\"ladder\":\"999p\",\"dvr_window_seconds\":\"long\",\"colour\":\"red\"}");

    assertIsProblem(answer, 422, "validation_failed");
    List<String> fields =
        StreamSupport.stream(answer.body().path("violations").spliterator(), false)
            .map(violation -> violation.path("field").asString())
            .toList();
    assertThat(fields).contains("name", "dvr_window_seconds", "colour");
    assertIsProblem(onAir.api().send("POST", "/v1/channels", "{}"), 422, "validation_failed");
    assertThat(onAir.api().post("/v1/channels", Map.of("name", "A", "ladder", "999p")).status())
        .isEqualTo(422);
  }

  @Test
  void brokenAndOversizedBodiesAreRefused(OnAir onAir) throws InterruptedException {
    assertIsProblem(onAir.api().send("POST", "/v1/channels", "{\"name\":"), 400, "malformed_json");
    String large = "{\"name\":\"A\",\"metadata\":{\"a\":\"" + "x".repeat(1_100_000) + "\"}}";
    assertThat(onAir.api().send("POST", "/v1/channels", large).status()).isEqualTo(413);
  }

  @Test
  void withoutAValidKeyThereIsNoWayIn(OnAir onAir) throws InterruptedException {
    assertIsProblem(onAir.api("").get("/v1/channels"), 401, null);
    assertIsProblem(onAir.api(onAir.env("ONAIR_API_KEY") + "x").get("/v1/channels"), 401, null);
    var made =
        onAir
            .api()
            .post(
                "/v1/api-keys", Map.of("name", "to be revoked", "scopes", List.of("channels:read")))
            .ok();
    Api revoked = onAir.api(made.path("secret").asString());
    assertThat(revoked.get("/v1/channels").status()).isEqualTo(200);
    assertIsProblem(revoked.post("/v1/channels", Map.of("name", "A", "ladder", "720p")), 403, null);

    assertThat(onAir.api().delete("/v1/api-keys/" + made.path("id").asString()).status())
        .isBetween(200, 204);

    await().atMost(Duration.ofMinutes(1)).until(() -> revoked.get("/v1/channels").status() == 401);
  }

  @Test
  void whatIsNotThereIsNotFound(OnAir onAir) throws InterruptedException {
    assertIsProblem(onAir.api().get("/v1/channels/ch_00000000000000000000000000"), 404, null);
    assertIsProblem(onAir.api().get("/v1/playback/pb_00000000000000000000000000"), 404, null);
    assertIsProblem(onAir.api().get("/v1/nothing-here"), 404, null);
    assertThat(onAir.api().get("/internal/credentials/verify").status()).isEqualTo(404);
  }

  @Test
  void anAdBreakNeedsABroadcastAndALengthThatMakesSense(OnAir onAir) throws InterruptedException {
    String channel =
        "/v1/channels/"
            + onAir
                .api()
                .post("/v1/channels", Map.of("name", "At rest"))
                .ok()
                .path("id")
                .asString();

    Api.Answer idle = onAir.api().post(channel + "/ad-breaks", Map.of("duration_seconds", 30));
    assertIsProblem(idle, 409, "status_conflict");
    assertThat(idle.body().path("current_status").asString()).isEqualTo("idle");
    for (int seconds : new int[] {-1, 0, 601}) {
      assertIsProblem(
          onAir.api().post(channel + "/ad-breaks", Map.of("duration_seconds", seconds)),
          422,
          "validation_failed");
    }
    assertIsProblem(onAir.api().post(channel + "/ad-breaks", Map.of()), 422, "validation_failed");
    assertThat(onAir.api().get(channel + "/ad-breaks").ok().path("data").size()).isZero();
    assertIsProblem(
        onAir
            .api()
            .post(
                channel + "/shares",
                Map.of(
                    "name", "Partner",
                    "protocol", "srt-listener",
                    "allowed_cidrs", List.of("203.0.113.0/24"))),
        409,
        null);
    assertThat(onAir.api().delete(channel).status()).isEqualTo(202);
  }

  @Test
  void adDecisionsAreGivenToSignedAddressesOnly(OnAir onAir) throws Exception {
    for (String path : List.of("/ads/vast", "/ads/vast?c=adc_1&sig=x", "/ads/events/start?t=x")) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(onAir.env("ONAIR_URL") + path)).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(400, 422);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
  }

  @Test
  void aStrangerOnTheRtmpPortIsRefusedAndNobodyElseNotices(OnAir onAir)
      throws IOException, InterruptedException {
    URI rtmp = URI.create(onAir.env("ONAIR_RTMP_URL"));
    Process publisher =
        new ProcessBuilder(
                "ffmpeg",
                "-nostdin",
                "-loglevel",
                "error",
                "-re",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=10",
                "-t",
                "20",
                "-c:v",
                "libx264",
                "-f",
                "flv",
                rtmp + "/not-a-stream-key")
            .redirectErrorStream(true)
            .start();
    String said = new String(publisher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(publisher.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(publisher.exitValue()).as(said).isNotZero();

    try (Socket socket = new Socket(rtmp.getHost(), rtmp.getPort())) {
      socket.setSoTimeout(20_000);
      byte[] garbage = new byte[8192];
      new Random(7).nextBytes(garbage);
      garbage[0] = 'G';
      socket.getOutputStream().write(garbage);
      InputStream in = socket.getInputStream();
      assertThat(in.readAllBytes()).as("the connection is closed").isNotNull();
    } catch (java.net.SocketException reset) {
      assertThat(reset).as("closed by a reset").hasMessageContaining("reset");
    }
    assertThat(onAir.api().get("/v1/channels").status()).isEqualTo(200);
  }

  private static void assertIsProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    assertThat(answer.body().path("request_id").asString()).isNotEmpty();
    if (code != null) {
      assertThat(answer.body().path("code").asString()).isEqualTo(code);
    }
  }
}
