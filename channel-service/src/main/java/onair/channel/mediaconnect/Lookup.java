package onair.channel.mediaconnect;

import java.util.Optional;
import java.util.function.Supplier;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import software.amazon.awssdk.services.mediaconnect.model.MediaConnectException;

/** Reading by ARN, where "not there" is an answer and not a failure. */
final class Lookup {

  private Lookup() {}

  /** What the call answers, or empty when AWS does not know the ARN. */
  static <T> Optional<T> byArn(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (MediaConnectException failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
