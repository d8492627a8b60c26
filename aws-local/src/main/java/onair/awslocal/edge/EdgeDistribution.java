package onair.awslocal.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One deployed distribution, as much of it as serving viewers needs.
 *
 * @param arn signs origin requests as {@code aws:SourceArn}
 * @param accountId signs origin requests as {@code aws:SourceAccount}
 * @param domainName such as {@code d111111abcdef8.cloudfront.net}
 * @param aliases other host names; a leading {@code *.} stands for one or more labels
 * @param createdAt the oldest enabled distribution answers for host names nobody claims
 * @param defaultRootObject served for {@code /}; empty for none
 * @param origins by id
 * @param behaviors in order of precedence; the last one matches every path
 * @param errorTtls how long an error of that status is kept, where the configuration says so
 */
public record EdgeDistribution(
    String id,
    String arn,
    String accountId,
    String domainName,
    Set<String> aliases,
    boolean enabled,
    Instant createdAt,
    String defaultRootObject,
    Map<String, EdgeOrigin> origins,
    List<Behavior> behaviors,
    Map<Integer, Duration> errorTtls) {

  /** What CloudFront keeps an error for when the distribution does not say. */
  private static final Duration DEFAULT_ERROR_TTL = Duration.ofSeconds(10);

  public EdgeDistribution {
    aliases = Set.copyOf(aliases);
    origins = Map.copyOf(origins);
    behaviors = List.copyOf(behaviors);
    errorTtls = Map.copyOf(errorTtls);
    if (behaviors.isEmpty() || !behaviors.getLast().pattern().equals(PathPattern.EVERYTHING)) {
      throw new IllegalArgumentException("The last behavior must match every path.");
    }
    for (Behavior behavior : behaviors) {
      if (!origins.containsKey(behavior.originId())) {
        throw new IllegalArgumentException("No origin " + behavior.originId());
      }
    }
  }

  Behavior behaviorFor(String path) {
    return behaviors.stream()
        .filter(behavior -> behavior.pattern().matches(path))
        .findFirst()
        .orElseThrow();
  }

  EdgeOrigin originOf(Behavior behavior) {
    EdgeOrigin origin = origins.get(behavior.originId());
    if (origin == null) {
      throw new IllegalStateException("No origin " + behavior.originId());
    }
    return origin;
  }

  Duration errorTtl(int status) {
    return errorTtls.getOrDefault(status, DEFAULT_ERROR_TTL);
  }

  /** Whether this distribution claims a host name, given in any case and without a port. */
  boolean answersFor(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals(domainName.toLowerCase(Locale.ROOT))
        || aliases.stream().anyMatch(alias -> aliasMatches(alias.toLowerCase(Locale.ROOT), name));
  }

  private static boolean aliasMatches(String alias, String name) {
    return alias.startsWith("*.")
        ? name.endsWith(alias.substring(1)) && name.length() > alias.length() - 1
        : name.equals(alias);
  }
}
