package onair.account.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.test.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcPropertiesTest {

  private static final Properties<OidcProperties> PROPERTIES = Properties.of(OidcProperties.class);
  private static final String SITE = "public-url=https://onair.example";
  private static final String ISSUER = "providers.example.issuer=https://login.example";
  private static final String ID = "providers.example.client-id=onair";
  private static final String SECRET = "providers.example.client-secret=canary";

  @Test
  void hasNoProviderByDefault() {
    assertThat(PROPERTIES.bind())
        .isEqualTo(
            new OidcProperties(null, Duration.ofSeconds(5), Duration.ofMinutes(10), Map.of()));
  }

  @Test
  void takesEveryKey() {
    assertThat(
            PROPERTIES.bind(
                SITE,
                "timeout=2s",
                "away=3m",
                "providers.example.name=Example",
                ISSUER,
                ID,
                SECRET,
                "providers.example.scopes=openid,email,profile",
                "providers.example.link-by-email=false"))
        .isEqualTo(
            new OidcProperties(
                URI.create("https://onair.example"),
                Duration.ofSeconds(2),
                Duration.ofMinutes(3),
                Map.of(
                    "example",
                    new OidcProperties.Provider(
                        "Example",
                        URI.create("https://login.example"),
                        "onair",
                        "canary",
                        List.of("openid", "email", "profile"),
                        false))));
  }

  @Test
  void asksForTheEmailAndBelievesIt() {
    assertThat(PROPERTIES.bind(SITE, ISSUER, ID, SECRET).providers())
        .extractingByKey("example")
        .satisfies(
            provider -> {
              assertThat(provider.scopes()).containsExactly("openid", "email");
              assertThat(provider.linkByEmail()).isTrue();
            });
  }

  @Test
  void takesAProviderOnThisMachineWithoutTls() {
    assertThat(
            PROPERTIES
                .bind(SITE, "providers.example.issuer=http://127.0.0.1:9000", ID, SECRET)
                .providers())
        .hasSize(1);
  }

  @Test
  void tellsNoSecret() {
    assertThat(PROPERTIES.bind(SITE, ISSUER, ID, SECRET).toString()).doesNotContain("canary");
  }

  @Test
  void takesNoIdThatIsNoPartOfAnAddress() {
    assertThat(PROPERTIES.failure(SITE, "providers.no_id.issuer=https://login.example"))
        .contains("onair.account.oidc.providers.no_id is no id");
  }

  @ParameterizedTest
  @CsvSource({
    "timeout=0s, timeout must be longer",
    "away=0s, away must be longer",
    "public-url=http://onair.example, public-url must be an https address",
    "providers.example.issuer=http://login.example, providers.example.issuer must be an https",
    "providers.example.issuer=https://me@login.example, providers.example.issuer must be an https",
    "providers.example.client-id=, providers.example.client-id is needed",
    "providers.example.client-secret=, providers.example.client-secret is needed",
    "providers.example.scopes=email, providers.example.scopes must hold openid"
  })
  void saysWhatIsWrong(String setting, String message) {
    var settings =
        new LinkedHashMap<String, String>(
            Map.of("public-url", SITE, "issuer", ISSUER, "client-id", ID, "client-secret", SECRET));
    settings.put(
        setting.substring(setting.lastIndexOf('.', setting.indexOf('=')) + 1, setting.indexOf('=')),
        setting);

    assertThat(PROPERTIES.failure(settings.values().toArray(String[]::new)))
        .contains("onair.account.oidc." + message);
  }
}
