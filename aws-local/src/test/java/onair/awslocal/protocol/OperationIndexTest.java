package onair.awslocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The index of operations is what the SDK's generated code says. Run with the system property
 * {@code aws-local.write=true} to write it anew.
 */
class OperationIndexTest {

  static Stream<EveryOperationTest.Api> apis() {
    return EveryOperationTest.apis();
  }

  @ParameterizedTest
  @MethodSource("apis")
  void theIndexSaysWhatTheSdkSays(EveryOperationTest.Api service) throws IOException {
    List<Operations.Entry> sdk = SdkOperations.of(service.type());
    if (Boolean.getBoolean("aws-local.write")) {
      Path file =
          Path.of("src/main/resources/onair/awslocal/protocol/operations")
              .resolve(service.signingName() + ".tsv");
      Files.write(file, sdk.stream().map(Operations.Entry::line).toList());
    } else {
      assertThat(Operations.index(service.signingName()))
          .as("stale: run this test with -Daws-local.write=true")
          .isEqualTo(sdk);
    }
  }
}
