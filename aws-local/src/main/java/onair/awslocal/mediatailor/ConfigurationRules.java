package onair.awslocal.mediatailor;

import java.net.URI;
import java.util.regex.Pattern;
import onair.awslocal.mediatailor.vast.Macros;
import onair.awslocal.resource.Tags;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediatailor.model.AvailSuppression;
import software.amazon.awssdk.services.mediatailor.model.Bumper;
import software.amazon.awssdk.services.mediatailor.model.CdnConfiguration;
import software.amazon.awssdk.services.mediatailor.model.InsertionMode;
import software.amazon.awssdk.services.mediatailor.model.Mode;
import software.amazon.awssdk.services.mediatailor.model.PutPlaybackConfigurationRequest;

/**
 * What a playback configuration may say. Settings that would be kept without effect are refused:
 * live pre-roll, bumpers, custom transcode profiles, ad conditioning off and suppression after the
 * live edge.
 */
final class ConfigurationRules {

  /** Names stand in paths as they are. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,511}");

  private static final Pattern TIME = Pattern.compile("\\d{2}:[0-5]\\d:[0-5]\\d");
  private static final int MAX_ADS_URL = 25_000;
  private static final int MAX_CONTENT_URL = 512;

  private ConfigurationRules() {}

  static void check(PutPlaybackConfigurationRequest request) {
    requireName("Name", request.name());
    url("AdDecisionServerUrl", withoutVariables(request.adDecisionServerUrl()), MAX_ADS_URL);
    url("VideoContentSourceUrl", request.videoContentSourceUrl(), MAX_CONTENT_URL);
    url("SlateAdUrl", request.slateAdUrl(), MAX_ADS_URL);
    CdnConfiguration cdn = request.cdnConfiguration();
    if (cdn != null) {
      url("CdnConfiguration.AdSegmentUrlPrefix", cdn.adSegmentUrlPrefix(), MAX_CONTENT_URL);
      url(
          "CdnConfiguration.ContentSegmentUrlPrefix",
          cdn.contentSegmentUrlPrefix(),
          MAX_CONTENT_URL);
    }
    Integer threshold = request.personalizationThresholdSeconds();
    if (threshold != null && threshold < 1) {
      throw Refusals.invalid("PersonalizationThresholdSeconds must be at least 1");
    }
    suppression(request.availSuppression());
    if (request.tags().size() > Tags.MAX) {
      throw Refusals.invalid("A resource has at most " + Tags.MAX + " tags");
    }
    unsupported(request);
  }

  static void requireName(String member, @Nullable String name) {
    if (name == null || !NAME.matcher(name).matches()) {
      throw Refusals.invalid(
          member
              + " must begin with a letter or digit and go on with letters, digits, '.', '_' or"
              + " '-'");
    }
  }

  static void requireUrl(String member, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw Refusals.invalid(member + " is missing");
    }
    url(member, value, MAX_CONTENT_URL);
  }

  private static void suppression(@Nullable AvailSuppression suppression) {
    if (suppression == null || suppression.mode() == null || suppression.mode() == Mode.OFF) {
      return;
    }
    if (suppression.mode() != Mode.BEHIND_LIVE_EDGE) {
      throw Refusals.invalid("AvailSuppression after the live edge does not work on this machine");
    }
    if (suppression.value() == null || !TIME.matcher(suppression.value()).matches()) {
      throw Refusals.invalid("AvailSuppression.Value must be a time as in 00:00:21");
    }
  }

  private static void unsupported(PutPlaybackConfigurationRequest request) {
    Bumper bumper = request.bumper();
    if (bumper != null && (bumper.startUrl() != null || bumper.endUrl() != null)) {
      throw Refusals.invalid("Bumpers do not work on this machine");
    }
    var preRoll = request.livePreRollConfiguration();
    if (preRoll != null && preRoll.adDecisionServerUrl() != null) {
      throw Refusals.invalid("Live pre-roll does not work on this machine");
    }
    if (request.transcodeProfileName() != null) {
      throw Refusals.invalid("Custom transcode profiles do not work on this machine");
    }
    if (request.insertionMode() == InsertionMode.PLAYER_SELECT) {
      throw Refusals.invalid("Guided insertion (PLAYER_SELECT) does not work on this machine");
    }
    var conditioning = request.adConditioningConfiguration();
    if (conditioning != null
        && "NONE".equals(conditioning.streamingMediaFileConditioningAsString())) {
      throw Refusals.invalid("Every ad is transcoded on this machine");
    }
  }

  private static @Nullable String withoutVariables(@Nullable String url) {
    return url == null ? null : Macros.without(url);
  }

  private static void url(String member, @Nullable String value, int maxLength) {
    if (value == null || value.isEmpty()) {
      return;
    }
    if (value.length() > maxLength || !isHttp(value)) {
      throw Refusals.invalid(
          member + " must be an http or https URL of at most " + maxLength + " characters");
    }
  }

  private static boolean isHttp(String value) {
    try {
      URI uri = URI.create(value);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
