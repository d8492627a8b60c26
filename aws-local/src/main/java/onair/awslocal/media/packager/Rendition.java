package onair.awslocal.media.packager;

import onair.awslocal.media.mp4.Track;

/** One rendition of a run: what was declared and what the encoder made of it. */
record Rendition(String name, int bitsPerSecond, Track track) {

  boolean isVideo() {
    return track.isVideo();
  }

  /** Media type of its header and its segments. */
  String contentType() {
    return isVideo() ? "video/mp4" : "audio/mp4";
  }

  long timescale() {
    return track.timescale();
  }
}
