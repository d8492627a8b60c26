package onair.vod.transcode;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a probe tells of a file.
 *
 * @param container format's name in lower case, such as {@code mp4}; absent when it was not told
 * @param duration zero when it was not told
 * @param video its first picture track; absent when it has none
 * @param audioTracks how many there are
 */
public record MediaFacts(
    @Nullable String container, Duration duration, @Nullable Video video, int audioTracks) {

  /**
   * A picture track.
   *
   * @param width in pixels, as shown
   * @param height in pixels, as shown
   * @param framesPerSecond zero when it was not told
   * @param codec in lower case; absent when nobody knows it
   */
  public record Video(int width, int height, double framesPerSecond, @Nullable String codec) {}
}
