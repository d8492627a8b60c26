package onair.channel.parts;

/**
 * A channel's folder.
 *
 * @param destination what an encoder is told to write its main playlist to, without the ending:
 *     {@code s3ssl://bucket/live-s3/ch_…/index}
 * @param originPath where the CDN finds the folder: {@code /live-s3/ch_…}
 */
public record ObservedFolder(String destination, String originPath) {}
