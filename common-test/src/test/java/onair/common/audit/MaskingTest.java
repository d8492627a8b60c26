package onair.common.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MaskingTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"password\":\"planted\"}",
        "{\"new_password\":\"planted\"}",
        "{\"key\":\"planted\"}",
        "{\"stream_key\":\"planted\"}",
        "{\"passphrase\":\"planted\"}",
        "{\"secret\":\"planted\"}",
        "{\"signing_secret\":\"planted\"}",
        "{\"secrets\":[\"planted\",{\"a\":\"planted\"}]}",
        "{\"secret\":{\"value\":\"planted\"}}",
        "{\"token\":\"planted\"}",
        "{\"credentials\":{\"user\":\"planted\"}}",
        "{\"a\":[{\"b\":{\"secret\":\"planted\"}}]}",
        "{\"note\":\"onair_live_planted\"}",
        "{\"note\":\"is whsec_planted\"}",
        "{\"note\":\"sk_0123456789abcdefplanted\"}",
        "{\"note\":\"eyJhbGciOiJub25lIn0.eyJzdWIiOiJwIn0.planted\"}",
        "{\"note\":\"-----BEGIN PRIVATE KEY-----\\nplanted\"}",
        "{\"url\":\"rtmp://user:planted@host/live\"}",
        "{\"url\":\"srt://host:5000?passphrase=planted\"}",
        "{\"parts\":[{\"url\":\"https://s3/a?X-Amz-Signature=planted\"}]}"
      })
  void takesSecretsOut(String json) {
    assertThat(String.valueOf(Masking.of(JSON.readTree(json))))
        .contains("***")
        .doesNotContain("planted");
  }

  @Test
  void leavesTheRestAsItIs() {
    JsonNode plain =
        JSON.readTree(
            """
            {"id":"key_1","key_id":"key_2","hint":"…abcd","scopes":["channels:read"],"name":"a","version":1,
             "live":true,"gone":null,"secret":null,"url":"https://example.com/a?b=c","metadata":{"crew":"a"}}
            """);
    assertThat(Masking.of(plain)).isEqualTo(plain);
  }

  @Test
  void changesACopy() {
    JsonNode original = JSON.readTree("{\"secret\":\"planted\"}");
    Masking.of(original);
    assertThat(original.path("secret").asString()).isEqualTo("planted");
  }

  @Test
  void keepsOfSomethingHugeWhatItIs() {
    JsonNode huge =
        JSON.readTree(
            "{\"id\":\"ch_1\",\"name\":\"a\",\"notes\":[%s]}"
                .formatted("\"%s\",".formatted("x".repeat(4000)).repeat(10) + "1"));
    assertThat(Masking.of(huge))
        .isEqualTo(JSON.readTree("{\"id\":\"ch_1\",\"name\":\"a\",\"too_large_to_keep\":true}"));
  }

  @Test
  @Timeout(30)
  void keepsNoTextItDoesNotLookThroughAndIsNotSlowedByOne() {
    for (String nasty : List.of("x", "eyJ", "a:", "://a", "onair_", "sk_a", "?&")) {
      JsonNode longest =
          JSON.readTree("{\"a\":\"" + nasty.repeat(500_000 / nasty.length()) + "\"}");
      assertThat(Masking.of(longest)).isEqualTo(JSON.readTree("{\"a\":\"***\"}"));
    }
  }

  @Test
  void knowsNothingOfNothing() {
    assertThat(Masking.of(null)).isNull();
    assertThat(Masking.of(JSON.readTree("null"))).isNull();
  }
}
