package onair.ads.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import onair.ads.signature.Signatures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BeaconAddressesTest {

  private static final Impression IMPRESSION = impression(4294967295L);

  private static Impression impression(@Nullable Long splice) {
    return new Impression(
        "imp-1", "org_1", "cmp_1", "crv_1", "pb_1", splice, Instant.parse("2026-12-01T00:00:00Z"));
  }

  private final BeaconAddresses addresses =
      new BeaconAddresses("https://onair.example.com", new Signatures(new byte[32]));

  private static Map<String, String> query(String address) {
    return Arrays.stream(URI.create(address).getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @EnumSource
  void anAddressSaysWhatItWasMadeFor(BeaconEvent event) {
    Map<String, String> query = query(addresses.of(event, IMPRESSION));

    assertThat(addresses.read(event, query.get("i"), query.get("sig"))).hasValue(IMPRESSION);
  }

  @Test
  void anAdBeforeAFilmIsInNoBreak() {
    Map<String, String> query = query(addresses.of(BeaconEvent.START, impression(null)));

    assertThat(addresses.read(BeaconEvent.START, query.get("i"), query.get("sig")))
        .hasValue(impression(null));
  }

  @Test
  void onlyAnErrorIsAskedForItsCode() {
    assertThat(addresses.of(BeaconEvent.ERROR, IMPRESSION)).endsWith("&code=[ERRORCODE]");
    assertThat(addresses.of(BeaconEvent.START, IMPRESSION)).doesNotContain("code");
    assertThat(addresses.of(BeaconEvent.ERROR, IMPRESSION)).doesNotContain("%");
  }

  @Test
  void anAddressIsGoodForItsEventOnly() {
    Map<String, String> query = query(addresses.of(BeaconEvent.START, IMPRESSION));

    assertThat(addresses.read(BeaconEvent.COMPLETE, query.get("i"), query.get("sig"))).isEmpty();
  }

  @Test
  void noCharacterOfAnAddressCanBeChanged() {
    Map<String, String> query = query(addresses.of(BeaconEvent.START, IMPRESSION));
    String text = query.get("i");
    String signature = query.get("sig");

    for (int i = 0; i < text.length(); i++) {
      assertThat(addresses.read(BeaconEvent.START, changed(text, i), signature)).isEmpty();
    }
    for (int i = 0; i < signature.length(); i++) {
      assertThat(addresses.read(BeaconEvent.START, text, changed(signature, i))).isEmpty();
    }
    assertThat(addresses.read(BeaconEvent.START, text, "")).isEmpty();
    assertThat(addresses.read(BeaconEvent.START, "", signature)).isEmpty();
    assertThat(addresses.read(BeaconEvent.START, text, signature + "A")).isEmpty();
  }

  @Test
  void whatSomebodyElseSignedIsNotBelieved() {
    var other = new byte[32];
    other[0] = 1;
    var theirs = new BeaconAddresses("https://onair.example.com", new Signatures(other));
    Map<String, String> query = query(theirs.of(BeaconEvent.START, IMPRESSION));

    assertThat(addresses.read(BeaconEvent.START, query.get("i"), query.get("sig"))).isEmpty();
  }

  private static String changed(String text, int at) {
    char other = text.charAt(at) == 'x' ? 'y' : 'x';
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
