package onair.awslocal.media.transcode;

import java.util.List;

/**
 * One rendition of a {@link CmafSet}.
 *
 * @param name of the rendition
 * @param playlist file name of its HLS media playlist, whether written or not
 * @param init file name of its initialization segment
 * @param codec as RFC 6381 writes it, such as {@code avc1.4d401f}
 * @param width pixels; 0 for audio
 * @param height pixels; 0 for audio
 * @param frameRate frames per second; 0 for audio
 * @param sampleRate Hz; 0 for video
 * @param channels 0 for video
 * @param timescale units per second of its segments' times
 * @param segments in order; the same number in all tracks
 */
public record CmafTrack(
    String name,
    String playlist,
    String init,
    String codec,
    int width,
    int height,
    double frameRate,
    int sampleRate,
    int channels,
    long timescale,
    List<Segment> segments) {

  public CmafTrack {
    segments = List.copyOf(segments);
  }

  /**
   * One segment; its first frame is a keyframe.
   *
   * @param file name in the set's folder
   * @param start decode time of its first frame, in the track's timescale
   * @param duration in the track's timescale
   * @param bytes size of the file
   */
  public record Segment(String file, long start, long duration, long bytes) {}

  public boolean isVideo() {
    return width > 0;
  }

  /** Of all segments, in the track's timescale. */
  public long duration() {
    return segments.stream().mapToLong(Segment::duration).sum();
  }

  /** Bits per second of the densest segment. */
  public long peakBitrate() {
    return segments.stream()
        .filter(segment -> segment.duration() > 0)
        .mapToLong(segment -> segment.bytes() * Byte.SIZE * timescale / segment.duration())
        .max()
        .orElse(0);
  }

  /** Bits per second over all segments. */
  public long averageBitrate() {
    long bits = segments.stream().mapToLong(Segment::bytes).sum() * Byte.SIZE;
    return duration() == 0 ? 0 : bits * timescale / duration();
  }
}
