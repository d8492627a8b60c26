package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * How broadcasts are served.
 *
 * @param origin where from: {@code mediapackage}, {@code s3} or {@code mediastore}
 * @param packager what packages for {@code mediapackage}: {@code mediapackage_v2}, also if not
 *     given, or {@code mediapackage_v1}; absent for the other origins, for which the encoder
 *     packages itself
 * @param latency {@code standard}
 * @param dvrWindowSeconds how far back viewers may go, 0 to 14 days
 */
record PackagingSpec(
    String origin, @Nullable String packager, String latency, int dvrWindowSeconds) {

  static final String MEDIAPACKAGE = "mediapackage";
  static final String S3 = "s3";
  static final String MEDIASTORE = "mediastore";

  static final String V2 = "mediapackage_v2";
  static final String V1 = "mediapackage_v1";

  static final int LONGEST_DVR_WINDOW_SECONDS = 1_209_600;

  static final PackagingSpec DEFAULT = new PackagingSpec(MEDIAPACKAGE, V2, "standard", 3600);

  PackagingSpec {
    packager = packager == null && origin.equals(MEDIAPACKAGE) ? V2 : packager;
  }

  /** Whether the encoder packages itself, into objects. */
  @JsonIgnore
  boolean stored() {
    return !origin.equals(MEDIAPACKAGE);
  }

  /** Whether MediaPackage v1 packages. */
  @JsonIgnore
  boolean byV1() {
    return V1.equals(packager);
  }

  /** Whether MediaPackage v2 packages. */
  @JsonIgnore
  boolean byV2() {
    return V2.equals(packager);
  }
}
