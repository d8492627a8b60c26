package onair.channel.live;

import java.util.Objects;
import java.util.Optional;
import onair.channel.parts.Encoders;
import onair.channel.parts.ObservedEncoder;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.reconcile.Found;
import onair.common.reconcile.ResourceRow;
import onair.common.reconcile.Resources;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Looks at the encoders of channels. */
final class KnownEncoders {

  private final Resources resources;
  private final Encoders encoders;

  KnownEncoders(Resources resources, Encoders encoders) {
    this.resources = resources;
    this.encoders = encoders;
  }

  /**
   * The encoder as far as its id is known: to the channel, or, when a run was cut off before it
   * could write that down, to the resource's row.
   */
  @Nullable Found<ObservedEncoder> of(Channel channel) {
    String id = channel.holdings().encoderId();
    return Optional.ofNullable(id)
        .or(() -> recordedId(channel))
        .flatMap(encoders::observe)
        .orElse(null);
  }

  private Optional<String> recordedId(Channel channel) {
    return resources.of(channel.id().value()).stream()
        .filter(row -> row.key().kind().equals(encoders.kind()))
        .map(ResourceRow::physicalId)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** AWS refusing because the state is another by now is no news; the next look tells. */
  static void unlessMovedOn(Runnable call) {
    try {
      call.run();
    } catch (SdkException failure) {
      if (AwsFailures.classify(failure) != AwsFailure.CONFLICT) {
        throw failure;
      }
    }
  }
}
