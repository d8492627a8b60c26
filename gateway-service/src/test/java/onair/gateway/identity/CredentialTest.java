package onair.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import onair.common.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class CredentialTest {
  private static final String COOKIE = "onair_session";
  private static final String KEY = "onair_test_0123456789";

  private static MockServerHttpRequest.BaseBuilder<?> request() {
    return MockServerHttpRequest.get("/v1/channels");
  }

  @Test
  void readsAnApiKeyWhateverTheCaseOfTheScheme() {
    assertThat(Credential.of(request().header("Authorization", "bearer  " + KEY).build(), COOKIE))
        .hasValue(new Credential.ApiKey(KEY));
  }

  @Test
  void readsASessionOnlyWithoutAnApiKey() {
    var cookie = new HttpCookie(COOKIE, "abcdefghijklmnop");

    assertThat(Credential.of(request().cookie(cookie).build(), COOKIE))
        .hasValue(new Credential.Session("abcdefghijklmnop"));
    assertThat(
            Credential.of(
                request().cookie(cookie).header("Authorization", "Bearer " + KEY).build(), COOKIE))
        .hasValue(new Credential.ApiKey(KEY));
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(Credential.of(request().build(), COOKIE)).isEmpty();
    assertThat(Credential.of(request().cookie(new HttpCookie(COOKIE, "short")).build(), COOKIE))
        .isEqualTo(Optional.empty());
  }

  @Test
  void refusesAnyOtherAuthorizationInsteadOfLookingFurther() {
    var request =
        request()
            .header("Authorization", "Digest x")
            .cookie(new HttpCookie(COOKIE, "abcdefghijklmnop"))
            .build();

    assertThatThrownBy(() -> Credential.of(request, COOKIE))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(401));
  }

  @Test
  void neverShowsItsSecret() {
    var key = new Credential.ApiKey(KEY);

    assertThat(key.toString()).doesNotContain("0123456789");
    assertThat(key.fingerprint()).doesNotContain("0123456789").startsWith("ApiKey:");
    assertThat(key.fingerprint()).isNotEqualTo(new Credential.Session(KEY).fingerprint());
  }
}
