package onair.vod.storage;

/** What lies where in the bucket. Only what begins with {@code vod/} can be read by the CDN. */
public final class Keys {

  /** All sources that are being uploaded or were. */
  public static final String UPLOADS = "uploads/";

  private Keys() {}

  /** All sources of an asset. */
  public static String sources(String assetId) {
    return UPLOADS + assetId + "/";
  }

  /** What was uploaded for an asset. */
  public static String source(String assetId, String uploadId) {
    return sources(assetId) + uploadId;
  }

  /** The id of the upload a source's key is for; anything when it is no such key. */
  public static String uploadOf(String sourceKey) {
    return sourceKey.substring(sourceKey.lastIndexOf('/') + 1);
  }

  /** Everything of an asset that viewers may get. */
  public static String outputs(String assetId) {
    return "vod/" + assetId + "/";
  }
}
