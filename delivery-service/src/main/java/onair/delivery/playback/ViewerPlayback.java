package onair.delivery.playback;

import onair.delivery.playback.PlaybackResponse.FromTheBeginning;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of something that plays: chosen field by field, so that what is told to
 * members one day is not told to the world with it. Described in the gateway's {@code
 * docs/openapi.json}.
 */
record ViewerPlayback(
    String playbackId,
    String status,
    @Nullable String hlsUrl,
    @Nullable String llHlsUrl,
    @Nullable String dashUrl,
    @Nullable FromTheBeginning startOver,
    String policy) {

  static ViewerPlayback of(PlaybackResponse playback) {
    return new ViewerPlayback(
        playback.playbackId(),
        playback.status(),
        playback.hlsUrl(),
        playback.llHlsUrl(),
        playback.dashUrl(),
        playback.startOver(),
        playback.policy());
  }
}
