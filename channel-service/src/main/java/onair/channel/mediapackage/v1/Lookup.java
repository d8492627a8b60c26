package onair.channel.mediapackage.v1;

import java.util.Optional;
import java.util.function.Supplier;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import software.amazon.awssdk.services.mediapackage.model.MediaPackageException;

/** Reading by id, where "not there" is an answer and not a failure. */
final class Lookup {

  private Lookup() {}

  /** What the call answers, or empty when AWS does not know the id. */
  static <T> Optional<T> byId(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (MediaPackageException failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
