package onair.delivery.playback;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Under which paths something plays with ads.
 *
 * @param resourceId id of the ad configuration
 * @param version grows with each thing told
 * @param hls path of the HLS manifest on the distribution; null when there is none
 * @param dash path of the DASH manifest on the distribution; null when there is none
 */
record AdRoute(
    String resourceId,
    String organizationId,
    String playbackId,
    long version,
    @Nullable String hls,
    @Nullable String dash,
    boolean removed) {

  Optional<String> hlsPath() {
    return Optional.ofNullable(hls);
  }

  Optional<String> dashPath() {
    return Optional.ofNullable(dash);
  }
}
