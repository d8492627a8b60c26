package onair.channel.s3;

import java.util.Optional;
import java.util.function.Supplier;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reading by name, where "not there" is an answer and not a failure. */
final class Lookup {

  private Lookup() {}

  /** What the call answers, or empty when AWS does not know the name. */
  static <T> Optional<T> byName(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (S3Exception failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
