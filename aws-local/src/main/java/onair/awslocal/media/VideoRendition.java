package onair.awslocal.media;

import java.time.Duration;

/**
 * One H.264 rung of the ladder. The picture is fitted into width × height with its aspect kept and
 * padded with black.
 *
 * @param name letters, digits, {@code -} and {@code _}; part of segment names
 * @param width pixels, even
 * @param height pixels, even
 * @param bitsPerSecond target bitrate, also the peak
 * @param frameRateNumerator frames per second, numerator
 * @param frameRateDenominator frames per second, denominator; 0 of either keeps the source's rate
 * @param gop distance of keyframes; each GOP is closed and they fall together in all renditions
 * @param profile {@code BASELINE}, {@code MAIN} or {@code HIGH}
 */
public record VideoRendition(
    String name,
    int width,
    int height,
    int bitsPerSecond,
    int frameRateNumerator,
    int frameRateDenominator,
    Duration gop,
    String profile) {}
