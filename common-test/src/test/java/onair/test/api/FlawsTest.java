package onair.test.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import onair.common.security.Caller;
import onair.test.api.ThingService.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a service is found, and nothing where nothing is. */
class FlawsTest {

  private static final Caller OWNER = new Caller("org_1", "key_1", Set.of("*"));

  @Test
  void aServiceWithoutAFlawIsClean() {
    try (var service = new ThingService(Flaw.NONE)) {
      matrix(service).mustHold();
      FuzzReport report = fuzz(service);

      report.mustBeClean();
      assertThat(report.requests()).isEqualTo(100);
      assertThat(fuzz(service)).as("again").hasToString(report.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FAILS, fails with 500",
    "TELLS_NO_PROBLEM, and not as a problem",
    "ANSWERS_ANOTHER_STATUS, 'answers 409, which it does not announce'",
    "HAS_ANOTHER_FIELD, untrue to its schema",
    "LACKS_A_FIELD, untrue to its schema",
  })
  void aReplyThatIsNotAsDescribedIsFound(Flaw flaw, String fault) {
    try (var service = new ThingService(flaw)) {
      assertThatThrownBy(() -> fuzz(service).mustBeClean())
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(fault)
          .hasMessageContaining("seed 5");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SHOWS_WHAT_IS_OTHERS, by another organization: 200 and not 404",
    "FORGETS_THE_SCOPE, by a key with every other scope: 200 and not 403",
    "NAMES_ANOTHER_SCOPE, 403 does not name the scope",
    "LETS_ANYBODY_IN, by nobody: 403 and not 401",
    "ANSWERS_ANOTHER_STATUS, by the owner: 409",
    "HAS_ANOTHER_FIELD, by the owner: answers 200 untrue to its schema",
    "TAKES_ANY_VERSION, 'by the owner of \"0\": 200 and not 412'",
  })
  void whoGetsInWhereTheyMayNotIsFound(Flaw flaw, String cell) {
    try (var service = new ThingService(flaw)) {
      assertThatThrownBy(() -> matrix(service).mustHold())
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(cell);
    }
  }

  @Test
  void anOperationWithoutAResourceToTryItOnIsFound() {
    try (var service = new ThingService(Flaw.NONE)) {
      assertThatThrownBy(() -> AccessMatrix.of("thing-service", service.client(), OWNER).mustHold())
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("GET /v1/things/{id} has no resource to be tried on");
    }
  }

  private static AccessMatrix matrix(ThingService service) {
    return AccessMatrix.of("thing-service", service.client(), OWNER)
        .resource("/v1/things/{}", () -> "/v1/things/thg_1");
  }

  private static FuzzReport fuzz(ThingService service) {
    Fuzzer fuzzer =
        Fuzzer.of(
            DescribedApi.of(service.client()),
            service.client().as("thing-service", OWNER),
            one -> true,
            50);
    fuzzer.known().add("/v1/things/{}", "/v1/things/thg_1");
    return fuzzer.tryEach().report();
  }
}
