package onair.awslocal.mediatailor.session;

import java.time.Duration;
import java.util.Map;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A playback configuration, as it was when the session began.
 *
 * @param scope the configuration is in
 * @param configuration its name
 * @param adDecisionServer address with variables; null for none, then avails show what is there
 * @param contentSource what content's file names are appended to, without a slash at the end
 * @param contentPrefix what takes its place in the addresses of segments; null for none
 * @param slate address of a film for avails that no ad fills; null for none
 * @param threshold of an avail that may stay without ads, else it is not touched; null for any
 * @param suppression avails further behind the live edge than this are not touched; null for none
 * @param keepsMarkers whether players get the ad markers too
 * @param aliases values of player parameters by parameter and alias
 */
public record SessionSettings(
    Scope scope,
    String configuration,
    @Nullable String adDecisionServer,
    String contentSource,
    @Nullable String contentPrefix,
    @Nullable String slate,
    @Nullable Duration threshold,
    @Nullable Duration suppression,
    boolean keepsMarkers,
    Map<String, Map<String, String>> aliases) {

  public SessionSettings {
    aliases = Map.copyOf(aliases);
  }
}
