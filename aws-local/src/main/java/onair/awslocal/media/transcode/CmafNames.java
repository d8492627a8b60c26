package onair.awslocal.media.transcode;

/** What the files of a {@link CmafSet} are called. */
record CmafNames(CmafSpec spec) {

  String multivariant() {
    return spec.name() + ".m3u8";
  }

  String mpd() {
    return spec.name() + ".mpd";
  }

  String playlist(String rendition) {
    return spec.name() + rendition + ".m3u8";
  }

  String init(String rendition, boolean video) {
    return spec.name() + rendition + "init." + suffix(video);
  }

  /**
   * @param number nine digits, or DASH's template for them
   */
  String segment(String rendition, boolean video, String number) {
    return spec.name() + rendition + "_" + number + "." + suffix(video);
  }

  private static String suffix(boolean video) {
    return video ? "cmfv" : "cmfa";
  }
}
