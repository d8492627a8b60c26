package onair.ads.content;

import java.time.Duration;

/**
 * An asset as one file, as an advertisement needs it.
 *
 * @param mp4Path at the CDN, with a slash at the beginning
 * @param width pixels
 * @param height pixels
 */
public record Film(String mp4Path, Duration duration, int width, int height) {}
