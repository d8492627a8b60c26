package onair.awslocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.mediastoredata.MediaStoreDataClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The index of operations is what the SDK's generated code says. Run with the system property
 * {@code aws-local.write=true} to write it anew.
 */
class OperationIndexTest {

  static Stream<Arguments> apis() {
    return Stream.concat(
        EveryOperationTest.apis().map(api -> Arguments.of(api.signingName(), api.type())),
        Stream.of(
            Arguments.of("s3", S3Client.class),
            Arguments.of("mediastore-data", MediaStoreDataClient.class)));
  }

  @ParameterizedTest
  @MethodSource("apis")
  void theIndexSaysWhatTheSdkSays(String name, Class<? extends SdkClient> api) throws IOException {
    List<Operations.Entry> sdk = SdkOperations.of(api);
    if (Boolean.getBoolean("aws-local.write")) {
      Path file =
          Path.of("src/main/resources/onair/awslocal/protocol/operations").resolve(name + ".tsv");
      Files.write(file, sdk.stream().map(Operations.Entry::line).toList());
    } else {
      assertThat(Operations.index(name))
          .as("stale: run this test with -Daws-local.write=true")
          .isEqualTo(sdk);
    }
  }
}
