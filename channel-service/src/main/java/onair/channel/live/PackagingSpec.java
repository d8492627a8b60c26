package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import onair.channel.ladder.Ladder;
import org.jspecify.annotations.Nullable;

/**
 * How broadcasts are served.
 *
 * @param origin where from: {@code mediapackage}, {@code s3} or {@code mediastore}
 * @param packager what packages for {@code mediapackage}: {@code mediapackage_v2}, also if not
 *     given, or {@code mediapackage_v1}; absent for the other origins, for which the encoder
 *     packages itself
 * @param latency {@code standard}, as the ladder is, {@code reduced} or {@code low}
 * @param dvrWindowSeconds how far back viewers may go, 0 to 14 days
 * @param delaySeconds how much later than it happens viewers see it, 5 s to 1 day; absent for as
 *     soon as possible
 * @param drm how it is encrypted; absent for not at all
 */
record PackagingSpec(
    String origin,
    @Nullable String packager,
    String latency,
    int dvrWindowSeconds,
    @Nullable Integer delaySeconds,
    @Nullable DrmSpec drm) {

  static final String MEDIAPACKAGE = "mediapackage";
  static final String S3 = "s3";
  static final String MEDIASTORE = "mediastore";

  static final String V2 = "mediapackage_v2";
  static final String V1 = "mediapackage_v1";

  static final String STANDARD = "standard";
  static final String REDUCED = "reduced";
  static final String LOW = "low";

  static final int LONGEST_DVR_WINDOW_SECONDS = 1_209_600;
  static final int LEAST_DELAY_SECONDS = 5;
  static final int LONGEST_DELAY_SECONDS = 86_400;

  /** Players begin some segments behind: the shorter a segment, the less that is. */
  private static final int REDUCED_SEGMENT_SECONDS = 1;

  static final PackagingSpec DEFAULT = new PackagingSpec(MEDIAPACKAGE, V2, STANDARD, 3600);

  PackagingSpec {
    packager = packager == null && origin.equals(MEDIAPACKAGE) ? V2 : packager;
    delaySeconds = delaySeconds != null && delaySeconds == 0 ? null : delaySeconds;
  }

  /** As soon as possible, and for everybody. */
  PackagingSpec(String origin, @Nullable String packager, String latency, int dvrWindowSeconds) {
    this(origin, packager, latency, dvrWindowSeconds, null, null);
  }

  /** The same but for how far back viewers may go. */
  PackagingSpec dvrWindow(int seconds) {
    return new PackagingSpec(origin, packager, latency, seconds, delaySeconds, drm);
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

  /** Whether it is served as DASH, too. */
  @JsonIgnore
  boolean withDash() {
    return !stored() && (drm == null || drm.withDash());
  }

  /** The ladder with key frames as far apart as segments are to be long. */
  @JsonIgnore
  Ladder paced(Ladder ladder) {
    return latency.equals(STANDARD) ? ladder : ladder.gopSeconds(REDUCED_SEGMENT_SECONDS);
  }

  /** Whether segments are told of part by part. */
  @JsonIgnore
  boolean lowLatency() {
    return latency.equals(LOW);
  }

  /** Name of the HLS manifest that viewers get; players that know no parts play either. */
  @JsonIgnore
  String hls() {
    return lowLatency() ? Origin.LOW_LATENCY_HLS : Origin.HLS;
  }

  /** How much later than it happens viewers see it. */
  @JsonIgnore
  Duration delay() {
    return Duration.ofSeconds(delaySeconds == null ? 0 : delaySeconds);
  }

  /**
   * How much has to be kept: what viewers may go back from what they see, and what is between that
   * and what happens.
   *
   * @param window how much a manifest lists for a player that joins now
   */
  @JsonIgnore
  Duration startOver(Duration window) {
    var viewers = Duration.ofSeconds(dvrWindowSeconds);
    return delaySeconds == null ? viewers : viewers.plus(delay()).plus(window);
  }

  /**
   * How far back a manifest can be asked for that begins in the past; zero where none can, as with
   * objects, whose one manifest lists all there is.
   */
  @JsonIgnore
  Duration timeShift() {
    return stored() || dvrWindowSeconds == 0 ? Duration.ZERO : startOver(Duration.ZERO);
  }

  /** Whether MediaPackage v2 packages. */
  @JsonIgnore
  boolean byV2() {
    return V2.equals(packager);
  }

  /**
   * Whether stretches of it can be copied out: all that MediaPackage v2 shows at once, in clear.
   */
  @JsonIgnore
  boolean clippable() {
    return byV2() && drm == null && delaySeconds == null;
  }
}
