package onair.delivery.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaybackResponseTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static Playback playback(
      @Nullable String path, @Nullable String hls, @Nullable String dash) {
    return playback(path, hls, dash, null);
  }

  private static Playback playback(
      @Nullable String path,
      @Nullable String hls,
      @Nullable String dash,
      @Nullable StartOver startOver) {
    return new Playback(
        "ch_1", "org_1", "pb_1", 1, "live", path, hls, dash, startOver, false, Instant.EPOCH);
  }

  @Test
  void tellsAddressesOfWhatIsServed() {
    PlaybackResponse response =
        PlaybackResponse.of(
            playback("/out/v1/g/c/e", "index.m3u8", "index.mpd"),
            Optional.empty(),
            path -> Optional.of("https://cdn" + path),
            NOON);

    assertThat(response.hlsUrl()).isEqualTo("https://cdn/out/v1/g/c/e/index.m3u8");
    assertThat(response.dashUrl()).isEqualTo("https://cdn/out/v1/g/c/e/index.mpd");
    assertThat(response.llHlsUrl()).isNull();
    assertThat(response.policy()).isEqualTo("public");
    assertThat(response.expiresAt()).isNull();
  }

  @Test
  void lowLatencyHlsIsToldAsSuchAndAsHls() {
    PlaybackResponse response =
        PlaybackResponse.of(
            playback("/out/v1/g/c/e", "low.m3u8", "index.mpd"),
            Optional.empty(),
            path -> Optional.of("https://cdn" + path),
            NOON);

    assertThat(response.llHlsUrl()).isEqualTo("https://cdn/out/v1/g/c/e/low.m3u8");
    assertThat(response.hlsUrl()).isEqualTo(response.llHlsUrl());
  }

  @Test
  void tellsNoAddressOfWhatIsNotServedOrNotPackaged() {
    PlaybackResponse unserved =
        PlaybackResponse.of(
            playback("/out/v1/g/c/e", "index.m3u8", "index.mpd"),
            Optional.empty(),
            path -> Optional.empty(),
            NOON);
    PlaybackResponse unpackaged =
        PlaybackResponse.of(
            playback(null, "index.m3u8", "index.mpd"),
            Optional.empty(),
            path -> Optional.of("https://cdn" + path),
            NOON);
    PlaybackResponse withoutDash =
        PlaybackResponse.of(
            playback("/out/v1/g/c/e", "index.m3u8", null),
            Optional.empty(),
            path -> Optional.of("https://cdn" + path),
            NOON);

    assertThat(unserved.hlsUrl()).isNull();
    assertThat(unserved.status()).isEqualTo("live");
    assertThat(unpackaged.hlsUrl()).isNull();
    assertThat(unpackaged.dashUrl()).isNull();
    assertThat(withoutDash.dashUrl()).isNull();
  }

  @Test
  void tellsTheBeginningOfTheBroadcastAndWhatOfItIsLeftWhenThatIsLong() {
    var startOver = new StartOver(NOON.minusMillis(61_500), Duration.ofHours(1));

    assertThat(startOver(startOver, NOON))
        .satisfies(
            told -> {
              assertThat(told.since()).isEqualTo("2026-11-23T11:58:58Z");
              assertThat(told.hlsUrl())
                  .isEqualTo("https://cdn/out/v1/g/c/e/low.m3u8?start=1795435138");
              assertThat(told.dashUrl())
                  .isEqualTo("https://cdn/out/v1/g/c/e/index.mpd?start=1795435138");
            });
    assertThat(startOver(startOver, NOON.plus(Duration.ofHours(2))))
        .as("an hour but for what goes by until a player asks")
        .extracting(told -> told.since())
        .isEqualTo(NOON.plus(Duration.ofHours(1)).plusSeconds(15));
    assertThat(startOver(null, NOON)).isNull();
  }

  @Test
  void tellsNoBeginningOfWhatPlaysWithAdsOrIsNotServed() {
    var startOver = new StartOver(NOON, Duration.ofHours(1));
    Playback playback = playback("/out/v1/g/c/e", "index.m3u8", null, startOver);
    var ads = new AdRoute("adc_1", "org_1", "pb_1", 1, "/v1/master/index.m3u8", null, false);

    assertThat(PlaybackResponse.of(playback, Optional.of(ads), Optional::of, NOON).startOver())
        .isNull();
    assertThat(
            PlaybackResponse.of(playback, Optional.empty(), path -> Optional.empty(), NOON)
                .startOver())
        .isNull();
    assertThat(PlaybackResponse.of(playback, Optional.empty(), Optional::of, NOON).startOver())
        .isNotNull()
        .extracting(told -> told.dashUrl())
        .isNull();
  }

  private static PlaybackResponse.@Nullable FromTheBeginning startOver(
      @Nullable StartOver startOver, Instant now) {
    return PlaybackResponse.of(
            playback("/out/v1/g/c/e", "low.m3u8", "index.mpd", startOver),
            Optional.empty(),
            path -> Optional.of("https://cdn" + path),
            now)
        .startOver();
  }
}
