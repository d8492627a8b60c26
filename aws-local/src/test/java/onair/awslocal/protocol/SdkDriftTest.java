package onair.awslocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.protocols.core.OperationInfo;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * What the protocol layer reads from the SDK's insides and from the models, so that an update that
 * moves it is seen here.
 */
class SdkDriftTest {

  static Stream<Backend> backends() {
    return Stream.concat(
        EveryOperationTest.apis().map(api -> backend(api.signingName(), api.type())),
        Stream.of(backend("sts", StsClient.class)));
  }

  private static Backend backend(
      String name, Class<? extends software.amazon.awssdk.core.SdkClient> api) {
    return new Backend(name, api, new RecordingBackend(api).client());
  }

  @ParameterizedTest
  @MethodSource("backends")
  void everyOperationHasABindingOfItsOwn(Backend backend) {
    Map<String, OperationInfo> bindings = bindings(backend);
    ServiceModel model = ServiceModel.load(backend.signingName());
    assertThat(bindings).isNotEmpty();
    if (model.protocol().startsWith("rest")) {
      Map<String, List<String>> byRoute =
          bindings.keySet().stream()
              .collect(Collectors.groupingBy(name -> route(bindings.get(name))));
      assertThat(byRoute).allSatisfy((route, names) -> assertThat(names).hasSize(1));
    } else if (model.protocol().equals("json")) {
      assertThat(bindings)
          .allSatisfy(
              (name, binding) ->
                  assertThat(binding.operationIdentifier())
                      .isEqualTo(model.targetPrefix() + "." + name));
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void everyOperationOfTheModelIsBoundAsTheModelSays(Backend backend) {
    Map<String, OperationInfo> bindings = bindings(backend);
    ServiceModel model = ServiceModel.load(backend.signingName());
    Map<String, String> routes = new TreeMap<>();
    bindings.forEach((name, binding) -> routes.put(name.toLowerCase(Locale.ROOT), route(binding)));
    assertThat(routes.keySet()).containsAll(model.operationNames());
    assertThat(model.operationNames())
        .allSatisfy(
            name ->
                assertThat(routes.get(name))
                    .isEqualTo(model.binding(name).replaceFirst("(?<=[^ ])/$", "")));
  }

  private static Map<String, OperationInfo> bindings(Backend backend) {
    Map<String, OperationInfo> bindings = new TreeMap<>();
    Operations.of(backend)
        .forEach((name, operation) -> bindings.put(name, Operations.binding(operation)));
    return bindings;
  }

  private static String route(OperationInfo binding) {
    return (binding.httpMethod() + " " + binding.requestUri()).replaceFirst("(?<=[^ ])/$", "");
  }
}
