package onair.awslocal.media.transcode;

/**
 * Sound in a file.
 *
 * @param index of the stream in the file, from 0 over all kinds
 * @param codec ffmpeg's name, such as {@code aac}
 * @param sampleRate Hz
 * @param channels at least 1
 * @param language as the file gives it, such as {@code eng}; {@code und} when it does not say
 */
public record AudioTrack(int index, String codec, int sampleRate, int channels, String language) {}
