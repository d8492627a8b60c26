package onair.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;

class ClientAddressesTest {

  @Test
  void believesNobodyWhoIsNotATrustedProxy() {
    assertThat(seen(List.of(), "203.0.113.9", "10.0.0.1")).isEqualTo("203.0.113.9");
    assertThat(seen(List.of("10.0.0.0/8"), "203.0.113.9", "10.0.0.1")).isEqualTo("203.0.113.9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9                        | 203.0.113.9",
        "198.51.100.1, 203.0.113.9          | 203.0.113.9",
        "198.51.100.1, 203.0.113.9, 10.1.1.1| 203.0.113.9",
        "10.2.2.2, 10.1.1.1                 | 10.2.2.2",
        "evil, 203.0.113.9                  | 203.0.113.9",
        "203.0.113.9, evil                  | 10.0.0.7",
        "203.0.113.9:443                    | 10.0.0.7",
        "2001:db8::5                        | 2001:db8::5",
        "''                                 | 10.0.0.7",
      })
  void readsWhatTrustedProxiesSayFromTheRight(String forwarded, String address) {
    assertThat(seen(List.of("10.0.0.0/8", "fd00::/8"), "10.0.0.7", forwarded)).isEqualTo(address);
  }

  @Test
  void trustsProxiesOnIpv6() {
    assertThat(seen(List.of("10.0.0.0/8", "fd00::/8"), "fd00::1", "203.0.113.9"))
        .isEqualTo("203.0.113.9");
  }

  private static String seen(List<String> trusted, String remote, String forwarded) {
    var properties =
        new DoorProperties(
            "",
            List.of(),
            List.of(),
            List.of(),
            DataSize.ofMegabytes(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            trusted);
    var request =
        MockServerHttpRequest.get("/v1/channels")
            .remoteAddress(new InetSocketAddress(remote, 4711))
            .header("X-Forwarded-For", forwarded)
            .build();
    return new ClientAddresses(properties).of(MockServerWebExchange.from(request));
  }
}
