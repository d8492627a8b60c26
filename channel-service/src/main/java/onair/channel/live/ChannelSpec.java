package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants a channel's broadcasts to be. Values are those the API takes; each is checked
 * before it gets here, and what goes together by {@link SpecRules}.
 *
 * @param protocol how the broadcaster pushes: {@code rtmp} or {@code srt}
 * @param allowedCidrs who may push; empty for whom the installation lets
 * @param ladder name of a {@link onair.channel.ladder.Ladder}
 * @param latency {@code standard}
 * @param origin where it is served from: {@code mediapackage}, {@code s3} or {@code mediastore}
 * @param packaging what packages for {@code mediapackage}: {@code mediapackage_v2} or {@code
 *     mediapackage_v1}; absent for the other origins, for which the encoder packages itself
 * @param pipelines {@code single}
 * @param dvrWindowSeconds how far back viewers may go, 0 to 14 days
 * @param record whether each broadcast is kept as an asset
 * @param ads whether ads may be put in
 */
record ChannelSpec(
    String protocol,
    List<String> allowedCidrs,
    String ladder,
    String latency,
    String origin,
    @Nullable String packaging,
    String pipelines,
    int dvrWindowSeconds,
    boolean record,
    AdsSpec ads) {

  static final String RTMP = "rtmp";
  static final String SRT = "srt";

  static final String MEDIAPACKAGE = "mediapackage";
  static final String S3 = "s3";
  static final String MEDIASTORE = "mediastore";

  static final String PACKAGING_V2 = "mediapackage_v2";
  static final String PACKAGING_V1 = "mediapackage_v1";

  static final int LONGEST_DVR_WINDOW_SECONDS = 1_209_600;

  static final ChannelSpec DEFAULT =
      new ChannelSpec(
          RTMP,
          List.of(),
          "720p",
          "standard",
          MEDIAPACKAGE,
          PACKAGING_V2,
          "single",
          3600,
          false,
          AdsSpec.NONE);

  /** Rows written before there was a choice have neither ranges nor packaging nor ads. */
  ChannelSpec {
    allowedCidrs = List.copyOf(Objects.requireNonNullElse(allowedCidrs, List.of()));
    ads = Objects.requireNonNullElse(ads, AdsSpec.NONE);
    packaging = packaging == null && origin.equals(MEDIAPACKAGE) ? PACKAGING_V2 : packaging;
  }

  /** Whether the broadcaster contributes by SRT, and so through a flow. */
  @JsonIgnore
  boolean bySrt() {
    return protocol.equals(SRT);
  }

  /** Whether the encoder packages itself, into objects. */
  @JsonIgnore
  boolean stored() {
    return !origin.equals(MEDIAPACKAGE);
  }
}
