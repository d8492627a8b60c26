package onair.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AdsPropertiesTest {

  private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"AAAA", "not base64"})
  void aKeyThatIsNotOneIsRefusedWithoutSayingIt(String key) {
    assertThatThrownBy(() -> new AdsProperties(URI.create("http://127.0.0.1:8080"), key))
        .hasMessageContaining("onair.ads.secret-key must be 32 bytes in base64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://a", "onair", "http:///x"})
  void anAddressThatNobodyCanCallIsRefused(String url) {
    assertThatThrownBy(() -> new AdsProperties(URI.create(url), KEY))
        .hasMessageContaining("onair.ads.public-url");
  }

  @Test
  void aSlashAtTheEndOfTheAddressMakesNoDifferenceAndTheKeyIsNotShown() {
    var properties = new AdsProperties(URI.create("https://onair.example.com/"), KEY);

    assertThat(properties.publicAddress()).isEqualTo("https://onair.example.com");
    assertThat(properties.toString()).doesNotContain(KEY);
  }
}
