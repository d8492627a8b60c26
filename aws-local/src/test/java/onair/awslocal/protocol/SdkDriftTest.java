package onair.awslocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the protocol layer reads from the SDK's insides and from the models, so that an update that
 * moves it is seen here.
 */
class SdkDriftTest {

  /** Operations of the models that the SDK has no more. */
  private static final Set<String> GONE = Set.of("rotatechannelcredentials");

  static Stream<Backend> backends() {
    return EveryOperationTest.apis().map(api -> backend(api.signingName(), api.type()));
  }

  private static Backend backend(
      String name, Class<? extends software.amazon.awssdk.core.SdkClient> api) {
    return new Backend(name, api, new RecordingBackend(api).client());
  }

  @ParameterizedTest
  @MethodSource("backends")
  void everyOperationHasABindingOfItsOwn(Backend backend) {
    Map<String, Operation> operations = Operations.of(backend);
    ServiceModel model = ServiceModel.load(backend.signingName());
    assertThat(operations).isNotEmpty();
    if (model.protocol().startsWith("rest")) {
      assertThat(operations.values().stream().map(SdkDriftTest::route)).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void everyOperationOfTheModelIsBoundAsTheModelSays(Backend backend) {
    ServiceModel model = ServiceModel.load(backend.signingName());
    Map<String, String> routes = new TreeMap<>();
    Operations.of(backend)
        .forEach((name, operation) -> routes.put(name.toLowerCase(Locale.ROOT), route(operation)));
    assertThat(model.operationNames())
        .filteredOn(name -> !GONE.contains(name))
        .allSatisfy(name -> assertThat(routes.get(name)).isEqualTo(canonical(model.binding(name))));
  }

  private static String route(Operation operation) {
    return canonical(operation.httpMethod() + " " + operation.uri());
  }

  /** The names of labels differ between the SDK and the models, and a slash at the end. */
  private static String canonical(String route) {
    return route.replaceFirst("(?<=[^ ])/$", "").replaceAll("\\{[^+}]*", "{");
  }
}
