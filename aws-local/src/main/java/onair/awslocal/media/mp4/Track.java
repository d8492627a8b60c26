package onair.awslocal.media.mp4;

/**
 * One track of the stream.
 *
 * @param id as in the file, from 1
 * @param timescale units per second of all its times
 * @param codec as RFC 6381 writes it: {@code avc1.4d401f}, {@code mp4a.40.2}
 * @param width pixels; 0 for audio
 * @param height pixels; 0 for audio
 * @param sampleRate Hz; 0 for video
 * @param channels 0 for video
 * @param init initialization segment with only this track; shared, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // tracks are never compared
public record Track(
    int id,
    long timescale,
    String codec,
    int width,
    int height,
    int sampleRate,
    int channels,
    byte[] init) {

  public boolean isVideo() {
    return width > 0;
  }
}
