package onair.account.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeySecretTest {

  @RepeatedTest(20)
  void recognisesWhatItMade() {
    ApiKeySecret secret = ApiKeySecret.generate(ApiKeySecret.Environment.LIVE);

    assertThat(secret.text()).matches("onair_live_[0-9A-Za-z]{49}");
    assertThat(ApiKeySecret.isWellFormed(secret.text())).isTrue();
    assertThat(ApiKeySecret.isWellFormed(secret.text().replaceFirst("live", "test")))
        .as("the check is of the random part")
        .isTrue();
  }

  @Test
  void noticesEachWrongCharacter() {
    String text = ApiKeySecret.generate(ApiKeySecret.Environment.TEST).text();
    for (int i = 11; i < text.length(); i++) {
      char other = text.charAt(i) == 'a' ? 'b' : 'a';
      assertThat(ApiKeySecret.isWellFormed(text.substring(0, i) + other + text.substring(i + 1)))
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "onair_test_",
        "sk_live_0123456789012345678901234567890123456789abc32dOAT",
        "onair_test_0123456789012345678901234567890123456789abc32dOA"
      })
  void refusesOtherForms(String text) {
    assertThat(ApiKeySecret.isWellFormed(text)).isFalse();
  }

  @Test
  void neverPrintsItself() {
    ApiKeySecret secret = ApiKeySecret.generate(ApiKeySecret.Environment.TEST);

    assertThat(secret.toString()).hasSize(16).endsWith("…");
  }
}
