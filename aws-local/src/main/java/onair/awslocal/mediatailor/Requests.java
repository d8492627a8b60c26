package onair.awslocal.mediatailor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onair.awslocal.mediatailor.session.SessionSettings;
import onair.awslocal.mediatailor.session.Viewer;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediatailor.model.AvailSuppression;
import software.amazon.awssdk.services.mediatailor.model.Mode;
import software.amazon.awssdk.services.mediatailor.model.PlaybackConfiguration;

/** Makes what a session needs out of a player's request and the configuration it names. */
final class Requests {

  private static final String ADS = "ads.";
  private static final String AWS = "aws.";

  private Requests() {}

  /** What follows {@code ads.} in the query. */
  static Map<String, String> parameters(Map<String, String> query) {
    Map<String, String> parameters = new HashMap<>();
    query.forEach(
        (name, value) -> {
          if (name.startsWith(ADS)) {
            parameters.put(name.substring(ADS.length()), value);
          }
        });
    return parameters;
  }

  /**
   * Address of the content's file; parameters that are for nobody here go to the origin. Empty when
   * the configuration has no content source.
   */
  static Optional<String> content(ConfigurationRow row, String file, Map<String, String> query) {
    String source = row.resource().videoContentSourceUrl();
    if (source == null || source.isEmpty()) {
      return Optional.empty();
    }
    String rest =
        new TreeMap<>(query)
            .entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith(ADS))
                .filter(entry -> !entry.getKey().startsWith(AWS))
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    String path = encoded(file).replace("%2F", "/").replace("+", "%20");
    return Optional.of(withoutSlash(source) + "/" + path + (rest.isEmpty() ? "" : "?" + rest));
  }

  static SessionSettings settings(PlaybackConfiguration configuration) {
    var cdn = configuration.cdnConfiguration();
    var rules = configuration.manifestProcessingRules();
    boolean passthrough =
        rules != null
            && rules.adMarkerPassthrough() != null
            && Boolean.TRUE.equals(rules.adMarkerPassthrough().enabled());
    Integer threshold = configuration.personalizationThresholdSeconds();
    String prefix = cdn == null ? null : present(cdn.contentSegmentUrlPrefix());
    return new SessionSettings(
        Scope.of(configuration.playbackConfigurationArn()),
        configuration.name(),
        present(configuration.adDecisionServerUrl()),
        withoutSlash(configuration.videoContentSourceUrl()),
        prefix == null ? null : withoutSlash(prefix),
        present(configuration.slateAdUrl()),
        threshold == null ? null : Duration.ofSeconds(threshold),
        suppression(configuration.availSuppression()),
        passthrough,
        configuration.configurationAliases());
  }

  static Viewer viewer(
      Map<String, String> headers, Map<String, String> parameters, boolean reported) {
    String forwarded = headers.getOrDefault("x-forwarded-for", "");
    return new Viewer(
        headers.getOrDefault("user-agent", ""),
        forwarded.split(",", 2)[0].strip(),
        headers.getOrDefault("referer", ""),
        parameters,
        reported);
  }

  private static @Nullable Duration suppression(@Nullable AvailSuppression suppression) {
    return suppression == null
            || suppression.mode() != Mode.BEHIND_LIVE_EDGE
            || suppression.value() == null
        ? null
        : Duration.ofSeconds(LocalTime.parse(suppression.value()).toSecondOfDay());
  }

  private static @Nullable String present(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
