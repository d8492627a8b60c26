package onair.awslocal.media;

/**
 * One AAC-LC rendition.
 *
 * @param name letters, digits, {@code -} and {@code _}; part of segment names
 * @param bitsPerSecond target bitrate
 * @param sampleRate Hz, such as 48000
 * @param channels 1 or 2
 */
public record AudioRendition(String name, int bitsPerSecond, int sampleRate, int channels) {}
