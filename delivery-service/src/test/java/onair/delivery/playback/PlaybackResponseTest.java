package onair.delivery.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaybackResponseTest {

  private static Playback playback(
      @Nullable String path, @Nullable String hls, @Nullable String dash) {
    return new Playback("ch_1", "org_1", "pb_1", 1, "live", path, hls, dash, false, Instant.EPOCH);
  }

  @Test
  void tellsAddressesOfWhatIsServed() {
    PlaybackResponse response =
        PlaybackResponse.of(
            playback("/out/v1/g/c/e", "index.m3u8", "index.mpd"),
            Optional.empty(),
            path -> Optional.of("https://cdn" + path));

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
            path -> Optional.of("https://cdn" + path));

    assertThat(response.llHlsUrl()).isEqualTo("https://cdn/out/v1/g/c/e/low.m3u8");
    assertThat(response.hlsUrl()).isEqualTo(response.llHlsUrl());
  }

  @Test
  void tellsNoAddressOfWhatIsNotServedOrNotPackaged() {
    PlaybackResponse unserved =
        PlaybackResponse.of(
            playback("/out/v1/g/c/e", "index.m3u8", "index.mpd"),
            Optional.empty(),
            path -> Optional.empty());
    PlaybackResponse unpackaged =
        PlaybackResponse.of(
            playback(null, "index.m3u8", "index.mpd"),
            Optional.empty(),
            path -> Optional.of("https://cdn" + path));
    PlaybackResponse withoutDash =
        PlaybackResponse.of(
            playback("/out/v1/g/c/e", "index.m3u8", null),
            Optional.empty(),
            path -> Optional.of("https://cdn" + path));

    assertThat(unserved.hlsUrl()).isNull();
    assertThat(unserved.status()).isEqualTo("live");
    assertThat(unpackaged.hlsUrl()).isNull();
    assertThat(unpackaged.dashUrl()).isNull();
    assertThat(withoutDash.dashUrl()).isNull();
  }
}
