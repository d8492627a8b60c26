package onair.channel.rate;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often AWS is called by all nodes together; prefix {@code onair.channel.rates}. Sources:
 * "Limits for API requests" of the user guides of MediaLive and MediaConnect. Services that
 * document no limit have none here.
 *
 * @param limit whether calls are held back at all
 * @param patience longest a call waits for its turn before it counts as throttled, without AWS
 *     having been called; shorter than {@code onair.aws.attempt-timeout}
 * @param medialive all of MediaLive; AWS allows 5 a second and 30 at once
 * @param mediaconnect all of MediaConnect but looking at a flow; AWS allows 5 a second and 30 at
 *     once
 * @param mediaconnectReads looking at a flow; AWS allows 30 a second
 */
@ConfigurationProperties("onair.channel.rates")
record RateProperties(
    @DefaultValue("true") boolean limit,
    @DefaultValue("6s") Duration patience,
    @Nullable Rate medialive,
    @Nullable Rate mediaconnect,
    @Nullable Rate mediaconnectReads) {

  /**
   * Calls that were let go at different times can reach AWS at once, so that a bit of what it
   * allows is left.
   */
  private static final Rate MEDIA = new Rate(5, 25);

  private static final Rate FLOW_READS = new Rate(30, 25);

  private static final Set<String> FLOW_LOOKS =
      Set.of("DescribeFlow", "DescribeFlowSourceMetadata", "DescribeFlowSourceThumbnail");

  RateProperties {
    if (patience.isNegative()) {
      throw new IllegalArgumentException(
          "onair.channel.rates.patience must not be negative, as " + patience);
    }
    medialive = Objects.requireNonNullElse(medialive, MEDIA);
    mediaconnect = Objects.requireNonNullElse(mediaconnect, MEDIA);
    mediaconnectReads = Objects.requireNonNullElse(mediaconnectReads, FLOW_READS);
  }

  /** A limit and what AWS counts by it. */
  record Group(String name, Rate rate) {}

  /**
   * By what AWS counts a call; empty when it documents no limit.
   *
   * @param service the SDK's name of it, such as {@code MediaLive}
   */
  Optional<Group> group(String service, String operation) {
    return switch (service) {
      // Thumbnails have a limit of their own, which is eight times this one.
      case "MediaLive" ->
          operation.equals("DescribeThumbnails") ? Optional.empty() : of("medialive", medialive);
      case "MediaConnect" ->
          FLOW_LOOKS.contains(operation)
              ? of("mediaconnect/reads", mediaconnectReads)
              : of("mediaconnect", mediaconnect);
      default -> Optional.empty();
    };
  }

  private static Optional<Group> of(String name, @Nullable Rate rate) {
    return Optional.ofNullable(rate).map(given -> new Group(name, given));
  }
}
