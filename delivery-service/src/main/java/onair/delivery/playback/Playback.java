package onair.delivery.playback;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be played, as its owner last told it.
 *
 * @param resourceId id of the channel or asset
 * @param version grows with each thing told
 * @param status its own word
 * @param originPath where it is packaged, without a slash at the end; null while it is not
 * @param hls file name of the HLS manifest; null when there is none
 * @param dash file name of the DASH manifest; null when there is none
 * @param startOver what of the present broadcast can be played again; null when nothing can
 */
record Playback(
    String resourceId,
    String organizationId,
    String playbackId,
    long version,
    String status,
    @Nullable String originPath,
    @Nullable String hls,
    @Nullable String dash,
    @Nullable StartOver startOver,
    boolean removed,
    Instant updatedAt) {

  private static final String LOW_LATENCY_HLS = "low.m3u8";

  Optional<String> hlsPath() {
    return path(hls);
  }

  /** The same as {@link #hlsPath} when it is low-latency HLS, which other players play, too. */
  Optional<String> lowLatencyPath() {
    return LOW_LATENCY_HLS.equals(hls) ? path(hls) : Optional.empty();
  }

  Optional<String> dashPath() {
    return path(dash);
  }

  private Optional<String> path(@Nullable String file) {
    return originPath == null || file == null
        ? Optional.empty()
        : Optional.of(originPath + "/" + file);
  }
}
