package onair.channel.live;

import java.util.Optional;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsTrouble;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a channel, read from the sentence that was told of it. The sentences are
 * written by {@link Outcomes}, {@link OnAir}, {@link StatusRules} and {@link AwsTrouble}, or are
 * alerts of MediaLive.
 *
 * @param said the sentence
 */
public record Trouble(Kind kind, String said) {

  /** What has to be done about it depends on this. */
  public enum Kind {
    /** A limit of the AWS account is reached. */
    QUOTA,
    /** Too many calls for now. */
    THROTTLED,
    /** AWS does not answer. */
    UNREACHABLE,
    /** Our credentials or roles do not allow it. */
    DENIED,
    /** AWS calls the request wrong. */
    REFUSED,
    /** What is in AWS is not, or not yet, what we expected there. */
    OUT_OF_STEP,
    /** Something takes longer at AWS than it should. */
    OVERDUE,
    /** MediaLive gave up making the encoder. */
    ENCODER_NOT_MADE,
    /** MediaLive warns of an encoder it has. */
    ENCODER_WARNS
  }

  /**
   * @param reason as the channel's status tells it
   * @param wanted whether the channel is wanted on air, which is when an encoder is asked for its
   *     alerts
   * @return empty when nothing is wrong at AWS
   */
  public static Optional<Trouble> read(@Nullable String reason, boolean wanted) {
    return reason == null
        ? Optional.empty()
        : kind(reason, wanted).map(kind -> new Trouble(kind, reason));
  }

  private static Optional<Kind> kind(String reason, boolean wanted) {
    if (reason.contains(OnAir.NOT_MADE)) {
      return Optional.of(Kind.ENCODER_NOT_MADE);
    }
    Optional<Kind> meant = AwsTrouble.meaning(reason).map(Trouble::kind);
    if (meant.isPresent()) {
      return meant;
    }
    if (reason.contains(Outcomes.OVERDUE)) {
      return Optional.of(Kind.OVERDUE);
    }
    if (reason.contains(Outcomes.KEEPS_TRYING)) {
      // Without a code it was no answer of AWS.
      return Optional.of(Kind.UNREACHABLE);
    }
    if (reason.contains(Outcomes.REFUSES)) {
      return Optional.of(Kind.REFUSED);
    }
    return wanted ? Optional.of(Kind.ENCODER_WARNS) : Optional.empty();
  }

  private static Kind kind(AwsFailure failure) {
    return switch (failure) {
      case QUOTA -> Kind.QUOTA;
      case THROTTLED -> Kind.THROTTLED;
      case UNAVAILABLE -> Kind.UNREACHABLE;
      case DENIED -> Kind.DENIED;
      case INVALID -> Kind.REFUSED;
      case NOT_FOUND, CONFLICT -> Kind.OUT_OF_STEP;
    };
  }
}
