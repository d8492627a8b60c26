package onair.awslocal.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginDirectoryTest {

  private static final OriginRequest GET =
      OriginRequest.anonymous("GET", "/out/index.m3u8", Map.of());

  private final OriginDirectory origins = new OriginDirectory();

  @Test
  void findsAnOriginByItsHostWithoutCaseAndPort() {
    OriginResponse answer =
        new OriginResponse(200, "text/plain", Duration.ofSeconds(1), new byte[] {1});
    origins.register("Abc.egress.Example.com", request -> answer);
    assertThat(origins.serves("abc.egress.example.com:4566")).isTrue();
    assertThat(origins.fetch("ABC.egress.example.com", GET)).isSameAs(answer);
    origins.unregister("abc.EGRESS.example.com");
    assertThat(origins.serves("abc.egress.example.com")).isFalse();
  }

  @Test
  void saysThatThereIsNoSuchOrigin() {
    OriginResponse answer = origins.fetch("nowhere.example.com", GET);
    assertThat(answer.status()).isEqualTo(502);
    assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("nowhere.example.com");
  }
}
