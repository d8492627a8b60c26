package onair.vod.transcode;

/** File names a job makes below its output prefix. */
public final class Outputs {

  public static final String HLS = "index.m3u8";
  public static final String DASH = "index.mpd";

  /** The first of the pictures taken every few seconds. */
  public static final String THUMBNAIL = "thumbnails/frame.0000000.jpg";

  public static final String MP4 = "download.mp4";

  private Outputs() {}
}
