package onair.channel.live;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Metadata;
import onair.common.constraint.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * A new channel as it is asked for. Only the name has to be given. What does not work yet is
 * refused rather than accepted and forgotten.
 *
 * @param record keep each broadcast as an asset; refused until recordings are offered
 */
@Schema(name = "ChannelRequest")
record ChannelRequest(
    @Schema(example = "Evening show", maxLength = LONGEST_NAME) @NotBlank @Size(max = LONGEST_NAME)
        String name,
    @Nullable Ingest ingest,
    @Schema(example = "720p", defaultValue = "720p", description = "See /v1/presets/ladders.")
        @KnownLadder
        @Nullable String ladder,
    @Schema(example = "standard", defaultValue = "standard")
        @OneOf(value = "standard", planned = "low")
        @Nullable String latency,
    @Schema(example = "mediapackage", defaultValue = "mediapackage")
        @OneOf(
            value = "mediapackage",
            planned = {"mediapackage-v1", "s3", "mediastore"})
        @Nullable String origin,
    @Schema(example = "single", defaultValue = "single")
        @OneOf(value = "single", planned = "redundant")
        @Nullable String pipelines,
    @Schema(
            example = "3600",
            defaultValue = "3600",
            description = "How far back viewers may go; 1 to 59 count as 60.")
        @Min(0)
        @Max(ChannelSpec.LONGEST_DVR_WINDOW_SECONDS)
        @Nullable Integer dvrWindowSeconds,
    @Schema(example = "false", defaultValue = "false", description = "Not offered yet.")
        @AssertFalse(message = RECORD_REFUSED)
        @Nullable Boolean record,
    @Nullable Ads ads,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata) {

  static final int LONGEST_NAME = 255;
  static final String RECORD_REFUSED = "must be false; recording is not offered yet";

  /** How the broadcaster pushes. */
  @Schema(name = "ChannelIngestRequest")
  record Ingest(
      @Schema(example = "rtmp", defaultValue = "rtmp")
          @OneOf(
              value = "rtmp",
              planned = {"srt", "rtp", "rist", "zixi", "hls", "mediaconnect"})
          @Nullable String protocol) {}

  /** Whether ads are put in. */
  @Schema(name = "ChannelAdsRequest")
  record Ads(
      @Schema(example = "false", defaultValue = "false", description = "Not offered yet.")
          @AssertFalse(message = "must be false; ads are not offered yet")
          @Nullable Boolean enabled) {}

  ChannelSpec spec() {
    ChannelSpec standard = ChannelSpec.DEFAULT;
    return new ChannelSpec(
        ingest == null ? standard.protocol() : or(ingest.protocol(), standard.protocol()),
        or(ladder, standard.ladder()),
        or(latency, standard.latency()),
        or(origin, standard.origin()),
        or(pipelines, standard.pipelines()),
        or(dvrWindowSeconds, standard.dvrWindowSeconds()),
        or(record, standard.record()));
  }

  Map<String, String> metadataOrNone() {
    return or(metadata, Map.of());
  }

  private static <T> T or(@Nullable T given, T standard) {
    return Objects.requireNonNullElse(given, standard);
  }
}
