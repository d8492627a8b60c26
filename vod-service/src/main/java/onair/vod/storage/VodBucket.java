package onair.vod.storage;

import java.util.List;

/**
 * The bucket as it is wanted.
 *
 * @param name unique in all of AWS
 * @param region where it lies
 * @param accountId whose CDN and packager may use it; twelve digits
 * @param uploadOrigins web pages that may upload parts, {@code *} for any
 */
public record VodBucket(String name, String region, String accountId, List<String> uploadOrigins) {

  public VodBucket {
    uploadOrigins = List.copyOf(uploadOrigins);
  }

  /** Host name by which the CDN reads it. */
  public String domain() {
    return name + ".s3." + region + ".amazonaws.com";
  }
}
