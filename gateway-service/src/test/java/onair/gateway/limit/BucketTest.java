package onair.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, 203.0.113.9",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "2001:db8:1:2::9, 2001:db8:1:2::/64",
    "::1, ::/64"
  })
  void countsAnAddressOrTheNetworkOfWhoeverHasManyAddresses(String address, String counted) {
    assertThat(Bucket.ofAddress(address).id()).isEqualTo(counted);
  }
}
