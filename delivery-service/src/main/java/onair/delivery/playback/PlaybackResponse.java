package onair.delivery.playback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where something plays. An address is only told when every edge of the CDN serves it. */
@Schema(name = "Playback", description = "Where a channel or an asset plays")
record PlaybackResponse(
    @Schema(example = "pb_01k8zq3v9s7m4t2r6x0d5c1b") String playbackId,
    @Schema(
            description =
                "The channel's or asset's status. While a channel is not live, an address may answer"
                    + " 404 or play what is left in the time-shift window",
            example = "live")
        String status,
    @Schema(
            description = "HLS; null while nothing is packaged or the CDN does not serve it yet",
            example =
                "https://d111111abcdef8.cloudfront.net/out/v1/onair-live/ch_01k8/main/index.m3u8",
            nullable = true)
        @Nullable String hlsUrl,
    @Schema(description = "Low-latency HLS; null when the channel has none", nullable = true)
        @Nullable String llHlsUrl,
    @Schema(
            description = "DASH; null while nothing is packaged or the CDN does not serve it yet",
            example =
                "https://d111111abcdef8.cloudfront.net/out/v1/onair-live/ch_01k8/main/index.mpd",
            nullable = true)
        @Nullable String dashUrl,
    @Schema(
            description =
                "The present broadcast from its beginning; null while a channel is not live, and"
                    + " where viewers cannot go back: without a dvr_window_seconds, with origins that"
                    + " list all they have in the one manifest, and with ads in the manifest")
        @Nullable FromTheBeginning startOver,
    @Schema(description = "Who may watch", example = "public", allowableValues = "public")
        String policy,
    @Schema(description = "When the addresses stop working; null is never", nullable = true)
        @Nullable Instant expiresAt) {

  private static final String PUBLIC = "public";

  /** Where the present broadcast plays from an earlier moment on. */
  @Schema(
      name = "PlaybackStartOver",
      description =
          "Plays the present broadcast from an earlier moment on, and goes on with what comes. A"
              + " player that would join a live at its end has to be told to begin at position 0."
              + " Another moment since then can be put in place of start, in seconds since 1970.")
  record FromTheBeginning(
      @Schema(
              description =
                  "The first moment of the broadcast that can still be played: its beginning, or as"
                      + " far back as the DVR window reaches now")
          Instant since,
      @Schema(
              description = "HLS",
              example =
                  "https://d111111abcdef8.cloudfront.net/out/v1/onair-live/ch_01k8/main/index.m3u8?start=1795416000")
          String hlsUrl,
      @Schema(description = "DASH; null when there is none", nullable = true)
          @Nullable String dashUrl) {}

  /**
   * @param ads the way through the ads, when it has any; what is not served that way yet is told
   *     without
   * @param addressOf the address of an origin path, when it is served
   */
  static PlaybackResponse of(
      Playback playback,
      Optional<AdRoute> ads,
      Function<String, Optional<String>> addressOf,
      Instant now) {
    return new PlaybackResponse(
        playback.playbackId(),
        playback.status(),
        address(playback.hlsPath(), ads.flatMap(AdRoute::hlsPath), addressOf),
        address(playback.lowLatencyPath(), Optional.empty(), addressOf),
        address(playback.dashPath(), ads.flatMap(AdRoute::dashPath), addressOf),
        ads.isPresent() ? null : startOver(playback, addressOf, now),
        PUBLIC,
        null);
  }

  private static @Nullable String address(
      Optional<String> plain,
      Optional<String> withAds,
      Function<String, Optional<String>> addressOf) {
    return plain
        .flatMap(path -> withAds.flatMap(addressOf).or(() -> addressOf.apply(path)))
        .orElse(null);
  }

  private static @Nullable FromTheBeginning startOver(
      Playback playback, Function<String, Optional<String>> addressOf, Instant now) {
    StartOver startOver = playback.startOver();
    if (startOver == null) {
      return null;
    }
    Instant begins = startOver.begins(now);
    String query = "?start=" + begins.getEpochSecond();
    return playback
        .hlsPath()
        .flatMap(addressOf)
        .map(
            hls ->
                new FromTheBeginning(
                    begins,
                    hls + query,
                    playback.dashPath().flatMap(addressOf).map(dash -> dash + query).orElse(null)))
        .orElse(null);
  }
}
