package onair.awslocal.media.packager;

import onair.awslocal.media.packager.Gop.Part;

/** Frames per second, counted. */
final class FrameRate {

  private FrameRate() {}

  /** Of this rendition in this segment; 0 when it has no frames there. */
  static double of(int rendition, Segment segment) {
    long frames = segment.parts(rendition).stream().mapToLong(Part::samples).sum();
    long duration = segment.duration(rendition);
    long timescale = segment.run().renditions().get(rendition).timescale();
    return duration == 0 ? 0 : (double) frames * timescale / duration;
  }
}
