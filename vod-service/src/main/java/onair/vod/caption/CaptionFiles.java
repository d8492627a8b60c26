package onair.vod.caption;

import onair.vod.storage.Keys;

/**
 * Keys of what captions are made of, beside an asset's own files. A caption's never change, so that
 * it is the playlist alone that says what there is.
 *
 * @param prefix of all files of the asset; ends with a slash
 */
record CaptionFiles(String prefix) {

  private static final String FOLDER = "captions/";

  static CaptionFiles of(String assetId) {
    return new CaptionFiles(Keys.outputs(assetId));
  }

  /** What players begin with, with captions in it once there are some. */
  String played(String playlist) {
    return prefix + playlist;
  }

  /** The same as it was made, kept from before the first caption for as long as the asset. */
  String original(String playlist) {
    return prefix + "original." + playlist;
  }

  String text(String id) {
    return all(id) + "vtt";
  }

  String playlist(String id) {
    return prefix + playlistUri(id);
  }

  /** Relative to what players begin with. */
  static String playlistUri(String id) {
    return FOLDER + id + ".m3u8";
  }

  /** How every key of a caption begins. */
  String all(String id) {
    return prefix + FOLDER + id + ".";
  }
}
