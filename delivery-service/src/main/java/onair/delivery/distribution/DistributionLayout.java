package onair.delivery.distribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final Caching SEGMENTS = new Caching.Segment();
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
   * @param accessControlId with which requests are signed; empty when they are not
   */
  public record Origin(String id, Source source, String domain, String accessControlId) {}

  /** What answers at an origin's domain. */
  public enum Source {
    /** A web server, as MediaPackage, MediaStore and MediaTailor are. */
    WEB,
    /** A bucket of S3. */
    BUCKET
  }

  /**
   * How requests for some paths are treated.
   *
   * @param path with wildcards, as CloudFront has them
   * @param originId one of the origins
   */
  public record Behavior(String path, String originId, Caching caching) {}

  /** What makes two requests the same, and how long the answer is kept. */
  public sealed interface Caching {

    /**
     * As long as the origin says, which for a live manifest is about a second; what is asked for of
     * the past and how far a player has come are told apart.
     *
     * @param policyId the cache policy in CloudFront; another one than ours is only ever observed
     */
    record Manifest(String policyId) implements Caching {}

    /** Long: a segment never changes. Query strings and headers make no difference. */
    record Segment() implements Caching {}

    /** Never: each viewer has an answer of their own; every query string reaches the origin. */
    record Personal() implements Caching {}
  }

  /**
   * What the origins need.
   *
   * @param media at least one, in an order that stays the same
   * @param accessControlIds of every signing that these origins have
   * @param manifestPolicyId the cache policy for manifests, see {@link CachePolicy}
   * @throws IllegalArgumentException when there are more than one distribution can hold
   */
  static DistributionLayout of(
      List<MediaOrigin> media,
      Map<Signing, String> accessControlIds,
      String manifestPolicyId,
      PriceClass priceClass) {
    Caching manifests = new Caching.Manifest(manifestPolicyId);
    List<Origin> origins = media.stream().map(one -> origin(one, accessControlIds)).toList();
    List<Behavior> behaviors = new ArrayList<>();
    media.stream()
        .flatMap(DistributionLayout::places)
        // A folder goes before the one it lies in; the order of origins decides the rest.
        .sorted(Comparator.comparingInt((Place place) -> -place.folder().length()))
        .flatMap(place -> behaviors(place, manifests))
        .forEach(behaviors::add);
    behaviors.add(new Behavior(EVERYTHING, media.getFirst().id(), SEGMENTS));
    if (behaviors.size() > MAX_BEHAVIORS) {
      throw new IllegalArgumentException(
          media.size() + " origins do not fit into one distribution");
    }
    return new DistributionLayout(
        true,
        priceClass,
        origins,
        behaviors,
        SHORT_ERRORS.stream().collect(Collectors.toMap(status -> status, status -> ERROR_TTL)));
  }

  private record Place(MediaOrigin origin, String folder) {}

  private static Stream<Place> places(MediaOrigin origin) {
    return origin.paths().stream().map(path -> new Place(origin, MediaOrigin.prefix(path)));
  }

  private static Origin origin(MediaOrigin origin, Map<Signing, String> accessControlIds) {
    return new Origin(
        origin.id(),
        origin.kind() == MediaOrigin.Kind.S3 ? Source.BUCKET : Source.WEB,
        origin.domain(),
        origin.kind().signing().map(accessControlIds::get).orElse(""));
  }

  private static Stream<Behavior> behaviors(Place place, Caching manifests) {
    String id = place.origin().id();
    if (place.origin().kind() == MediaOrigin.Kind.MEDIATAILOR) {
      return Stream.of(new Behavior(place.folder() + "*", id, new Caching.Personal()));
    }
    return Stream.of(
        new Behavior(place.folder() + "*.m3u8", id, manifests),
        new Behavior(place.folder() + "*.mpd", id, manifests),
        new Behavior(place.folder() + "*", id, SEGMENTS));
  }
}
