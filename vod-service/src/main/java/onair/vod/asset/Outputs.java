package onair.vod.asset;

/** File names below an asset's output prefix, as jobs and harvests make them. */
final class Outputs {

  static final String HLS = "index.m3u8";
  static final String DASH = "index.mpd";

  /** The first of the pictures taken every few seconds. */
  static final String THUMBNAIL = "thumbnails/frame.0000000.jpg";

  static final String MP4 = "download.mp4";

  private Outputs() {}
}
