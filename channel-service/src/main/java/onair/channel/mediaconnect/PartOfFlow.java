package onair.channel.mediaconnect;

import java.time.Duration;
import java.util.Objects;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.reconcile.Deletion;
import software.amazon.awssdk.services.mediaconnect.model.MediaConnectException;

/**
 * Where something is that is only ever seen as part of a flow. Physical id: {@code flowArn
 * partArn}.
 */
record PartOfFlow(String flowArn, String partArn) {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  static PartOfFlow parse(String physicalId) {
    int between = physicalId.indexOf(' ');
    return new PartOfFlow(physicalId.substring(0, between), physicalId.substring(between + 1));
  }

  String physicalId() {
    return flowArn + " " + partArn;
  }

  /** Refused while its flow is being changed by somebody else; that passes. */
  static Deletion delete(Runnable call) {
    try {
      call.run();
    } catch (MediaConnectException failure) {
      if (AwsFailures.classify(failure) != AwsFailure.INVALID) {
        throw failure;
      }
      return new Deletion.NotYet(
          Objects.requireNonNullElse(failure.getMessage(), "the flow is busy"), LOOK_AGAIN);
    }
    return new Deletion.Requested();
  }
}
