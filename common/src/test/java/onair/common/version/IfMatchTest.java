package onair.common.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import onair.common.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"*", " * ", "\"7\"", "\"1\", \"7\"", "\"7.42\""})
  void letsThroughWhatNamesTheVersionOrNothing(String ifMatch) {
    assertThatCode(() -> new IfMatch(ifMatch).require(7)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"6\"", "7", "W/\"7\"", "\"77\"", "\"6.7\"", "W/\"7.1\""})
  void refusesEverythingElse(String ifMatch) {
    assertThatThrownBy(() -> new IfMatch(ifMatch).require(7))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(412));
  }

  @Test
  void tellsTheCurrentTag() {
    assertThatThrownBy(() -> new IfMatch("\"1\"").require(2))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.toBody(null, null)).containsEntry("current_etag", "\"2\""));
  }
}
