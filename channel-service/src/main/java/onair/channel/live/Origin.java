package onair.channel.live;

import org.jspecify.annotations.Nullable;

/**
 * Where the CDN finds a channel.
 *
 * @param path begins with a slash; one of those announced for an origin
 * @param hls name of the HLS manifest below it
 * @param dash name of the DASH manifest below it; absent where there is none
 */
record Origin(String path, String hls, @Nullable String dash) {

  static final String HLS = "index.m3u8";
  static final String LOW_LATENCY_HLS = "low.m3u8";
  static final String DASH = "index.mpd";
}
