package onair.channel.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class StreamKeysTest {

  private static final String CHANNEL = "ch_1";

  private final StreamKeys keys = new StreamKeys(new byte[32]);
  private final StreamKey key = StreamKey.next();

  @Test
  void opensWhatItSealed() {
    assertThat(keys.open(keys.seal(key, "org_1", CHANNEL), "org_1", CHANNEL)).isEqualTo(key);
  }

  @Test
  void theSealedFormHidesTheKeyAndIsNewEachTime() {
    byte[] sealed = keys.seal(key, "org_1", CHANNEL);

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(key.value());
    assertThat(keys.seal(key, "org_1", CHANNEL)).isNotEqualTo(sealed);
  }

  @Test
  void doesNotOpenForAnotherOrganizationOrChannelOrUnderAnotherKeyOrWhenChanged() {
    byte[] sealed = keys.seal(key, "org_1", CHANNEL);
    byte[] changed = sealed.clone();
    changed[20] ^= 1;
    var otherKeys = new StreamKeys(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});

    assertThatThrownBy(() -> keys.open(sealed, "org_2", CHANNEL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(CHANNEL);
    assertThatThrownBy(() -> keys.open(sealed, "org_1", "ch_2"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> otherKeys.open(sealed, "org_1", CHANNEL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("onair.channel.secret-key");
    assertThatThrownBy(() -> keys.open(changed, "org_1", CHANNEL))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> keys.open(new byte[3], "org_1", CHANNEL))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aKeyHas160BitsAndIsNeverRepeated() {
    var seen = new HashSet<StreamKey>();
    for (int i = 0; i < 1000; i++) {
      StreamKey next = StreamKey.next();
      assertThat(next.value()).matches("[0-9a-hjkmnp-tv-z]{32}");
      assertThat(seen.add(next)).isTrue();
    }
  }

  @Test
  void aKeyDoesNotShowItself() {
    assertThat(key.toString()).doesNotContain(key.value());
    assertThat(key.masked())
        .hasSize(32)
        .startsWith("*".repeat(28))
        .endsWith(key.value().substring(28));
    assertThat(key.redact("Stream name live/" + key.value() + " is taken"))
        .isEqualTo("Stream name live/… is taken");
  }
}
