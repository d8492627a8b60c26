package onair.awslocal.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.255, true",
    "203.0.113.0/24, 203.0.114.0, false",
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7/32, 203.0.113.6, false",
    "10.128.0.0/9, 10.255.1.1, true",
    "10.128.0.0/9, 10.127.1.1, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/32, 2001:db8:1::1, true",
    "2001:db8::/32, 2001:db9::1, false",
  })
  void blockHoldsWhatItsPrefixSays(String block, String address, boolean held) {
    assertThat(new AllowList(List.of(block)).contains(InetAddress.ofLiteral(address)))
        .isEqualTo(held);
  }

  @Test
  void anyBlockIsEnoughAndNoBlockAllowsNobody() {
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");

    assertThat(new AllowList(List.of("10.0.0.0/8", "127.0.0.1/32")).contains(here)).isTrue();
    assertThat(new AllowList(List.of()).contains(here)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/33", "256.0.0.0/8", "10.0.0/8", "::1/129", "a"})
  void whatIsNoBlockIsRefused(String block) {
    assertThatThrownBy(() -> new AllowList(List.of(block)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(block);
  }
}
