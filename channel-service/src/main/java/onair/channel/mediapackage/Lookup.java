package onair.channel.mediapackage;

import java.util.Optional;
import java.util.function.Supplier;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import software.amazon.awssdk.services.mediapackagev2.model.MediaPackageV2Exception;

/** Reading and deleting by name, where "not there" is an answer and not a failure. */
final class Lookup {

  private Lookup() {}

  /** What the call answers, or empty when AWS does not know the name. */
  static <T> Optional<T> byName(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (MediaPackageV2Exception failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
