package onair.delivery.distribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of a distribution that is ours to decide; what else an operator sets in it (certificate,
 * aliases, logs, firewall) is left alone.
 *
 * @param origins the first one also answers paths that nothing else matches
 * @param behaviors in order of precedence; the last one has the path {@value #EVERYTHING}
 * @param errorTtls how long an error of that status is kept; short, because on a live channel what
 *     is missing now is there in a second
 */
public record DistributionLayout(
    boolean enabled,
    PriceClass priceClass,
    List<Origin> origins,
    List<Behavior> behaviors,
    Map<Integer, Duration> errorTtls) {

  /** The path of the behavior for all paths without another one. */
  public static final String EVERYTHING = "*";

  /** CloudFront's limit for one distribution. */
  static final int MAX_BEHAVIORS = 25;

  private static final Duration ERROR_TTL = Duration.ofSeconds(1);
  private static final List<Integer> SHORT_ERRORS = List.of(403, 404, 500, 502, 503, 504);

  public DistributionLayout {
    origins = List.copyOf(origins);
    behaviors = List.copyOf(behaviors);
    errorTtls = Map.copyOf(errorTtls);
  }

  /**
   * Where content comes from.
   *
   * @param id unique in the distribution
   * @param domain host name, read over https
   * @param accessControlId with which requests are signed
   */
  public record Origin(String id, String domain, String accessControlId) {}

  /**
   * How requests for some paths are treated.
   *
   * @param path with wildcards, as CloudFront has them
   * @param originId one of the origins
   */
  public record Behavior(String path, String originId, Caching caching) {}

  /** What makes two requests the same, and how long the answer is kept. */
  public enum Caching {
    /**
     * As long as the origin says, which for a live manifest is about a second; time shift and
     * filters are told apart.
     */
    MANIFEST,
    /** Long: a segment never changes. Query strings and headers make no difference. */
    SEGMENT,
    /** A policy that is not ours; only ever observed. */
    OTHER
  }

  /**
   * What the packaging groups need.
   *
   * @param groups at least one, in an order that stays the same
   * @throws IllegalArgumentException when there are more than one distribution can hold
   */
  static DistributionLayout of(
      List<PackagingGroup> groups, String accessControlId, PriceClass priceClass) {
    List<Origin> origins =
        groups.stream()
            .map(group -> new Origin(group.name(), group.egressDomain(), accessControlId))
            .toList();
    List<Behavior> behaviors = new ArrayList<>();
    groups.stream().flatMap(DistributionLayout::behaviors).forEach(behaviors::add);
    behaviors.add(new Behavior(EVERYTHING, groups.getFirst().name(), Caching.SEGMENT));
    if (behaviors.size() > MAX_BEHAVIORS) {
      throw new IllegalArgumentException(
          groups.size() + " packaging groups do not fit into one distribution");
    }
    return new DistributionLayout(
        true,
        priceClass,
        origins,
        behaviors,
        SHORT_ERRORS.stream().collect(Collectors.toMap(status -> status, status -> ERROR_TTL)));
  }

  private static Stream<Behavior> behaviors(PackagingGroup group) {
    return Stream.of(
        new Behavior(group.path() + "*.m3u8", group.name(), Caching.MANIFEST),
        new Behavior(group.path() + "*.mpd", group.name(), Caching.MANIFEST),
        new Behavior(group.path() + "*", group.name(), Caching.SEGMENT));
  }
}
