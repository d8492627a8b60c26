package onair.channel.live;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onair.channel.parts.Slate;
import onair.common.constraint.Ipv4Range;
import onair.common.constraint.Metadata;
import onair.common.constraint.OneOf;
import onair.common.outgoing.TargetCheck;
import org.jspecify.annotations.Nullable;

/**
 * A new channel as it is asked for. Only the name has to be given. What does not work yet is
 * refused rather than accepted and forgotten.
 */
@Schema(name = "ChannelRequest")
record ChannelRequest(
    @Schema(example = "Evening show", maxLength = LONGEST_NAME) @NotBlank @Size(max = LONGEST_NAME)
        String name,
    @Nullable Ingest ingest,
    @Schema(example = "720p", defaultValue = "720p", description = "See /v1/presets/ladders.")
        @Nullable String ladder,
    @Schema(
            example = "standard",
            defaultValue = "standard",
            description =
                "reduced: key frames and segments of one second, whatever the ladder says. Players"
                    + " begin some segments behind, so viewers are nearer; the same bit rate gives"
                    + " a little less quality. low: besides, low-latency HLS, which tells players of"
                    + " each half second; needs packaging mediapackage_v2, and goes with neither"
                    + " delay_seconds, drm nor ads.")
        @OneOf(value = {PackagingSpec.STANDARD, PackagingSpec.REDUCED, PackagingSpec.LOW})
        @Nullable String latency,
    @Schema(example = "mediapackage", defaultValue = "mediapackage")
        @OneOf(value = {PackagingSpec.MEDIAPACKAGE, PackagingSpec.S3, PackagingSpec.MEDIASTORE})
        @Nullable String origin,
    @Schema(
            example = "mediapackage_v2",
            defaultValue = "mediapackage_v2",
            description = "What packages for origin mediapackage; other origins take none.")
        @OneOf(value = {PackagingSpec.V2, PackagingSpec.V1})
        @Nullable String packaging,
    @Schema(
            example = "single",
            defaultValue = "single",
            description =
                "Dual encodes everything twice, out of two pushes, so that viewers go on when one"
                    + " of them fails; with protocol rtmp and origin mediapackage.")
        @OneOf({EncodingSpec.SINGLE, EncodingSpec.DUAL})
        @Nullable String pipelines,
    @Nullable SlateRequest slate,
    @Schema(
            example = "3600",
            description =
                "How far back viewers may go; 1 to 59 count as 60. 3600 if not given, and 0 for the"
                    + " origins s3 and mediastore, which take up to 600.")
        @Min(0)
        @Max(PackagingSpec.LONGEST_DVR_WINDOW_SECONDS)
        @Nullable Integer dvrWindowSeconds,
    @Schema(
            example = "0",
            defaultValue = "0",
            description =
                "How much later than it happens viewers see it: 0 for as soon as possible, else 5 s"
                    + " to a day. With origin mediapackage, and not with record.")
        @Min(0)
        @Max(PackagingSpec.LONGEST_DELAY_SECONDS)
        @Nullable Integer delaySeconds,
    @Schema(description = "That broadcasts are encrypted; not at all if not given.")
        @Nullable Drm drm,
    @Schema(
            example = "false",
            defaultValue = "false",
            description = "Make each broadcast an asset: its last 24 hours.")
        @Nullable Boolean record,
    @Nullable Ads ads,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata) {

  static final int LONGEST_NAME = 255;
  static final String ASSET_ID = "as_[0-9a-z]{26}";

  /** How the broadcast comes in. */
  @Schema(name = "ChannelIngestRequest")
  record Ingest(
      @Schema(example = "rtmp", defaultValue = "rtmp")
          @OneOf(
              value = {
                IngestSpec.RTMP,
                IngestSpec.SRT,
                IngestSpec.SRT_CALLER,
                IngestSpec.RTMP_PULL,
                IngestSpec.HLS_PULL,
                IngestSpec.MP4
              },
              planned = {"rtp", "rist", "zixi", "mediaconnect"})
          @Nullable String protocol,
      @Schema(
              description =
                  "Where it is read by the protocols that nobody pushes by: srt://host:port for"
                      + " srt_caller, rtmp:// or rtmps:// for rtmp_pull, https:// or http:// for"
                      + " hls_pull and for mp4, a file that is played over and over. Of the public"
                      + " internet.")
          @Size(min = 1, max = TargetCheck.LONGEST)
          @Nullable String url,
      @Schema(description = "What the listener is asked for; with srt_caller.")
          @Pattern(regexp = "[\\x21-\\x7e]{1,512}", message = "must be 1 to 512 visible characters")
          @Nullable String streamId,
      @Schema(
              example = "[\"203.0.113.0/24\"]",
              description =
                  "Who may push: up to 10 IPv4 ranges, one with srt. Whoever knows the secret if"
                      + " not given.")
          @Size(min = 1, max = 10)
          @Nullable List<@Ipv4Range String> allowedCidrs,
      @Schema(
              example = "false",
              defaultValue = "false",
              description =
                  "A second way in, with an address and a key of its own, that takes over while"
                      + " nothing comes in by the first; with rtmp.")
          @Nullable Boolean backup) {

    IngestSpec spec() {
      return new IngestSpec(
          or(protocol, IngestSpec.DEFAULT.protocol()),
          or(allowedCidrs, IngestSpec.DEFAULT.allowedCidrs()),
          0,
          or(backup, IngestSpec.DEFAULT.backup()),
          url == null && streamId == null ? null : new SourceSpec(or(url, ""), streamId));
    }
  }

  /** What viewers see while nothing comes in: a colour, or a picture. */
  @Schema(name = "ChannelSlateRequest")
  record SlateRequest(
      @Schema(example = "1A2B3C", description = "RRGGBB. Either this or image_url.")
          @Pattern(regexp = "[0-9A-Fa-f]{6}", message = "must be RRGGBB in hexadecimal")
          @Nullable String color,
      @Schema(description = "A PNG, BMP or TGA file of the public internet, read by MediaLive.")
          @Size(min = 1, max = TargetCheck.LONGEST)
          @Nullable String imageUrl,
      @Schema(
              example = "1000",
              defaultValue = "1000",
              description = "How long the last picture is repeated before.")
          @Min(0)
          @Max(LONGEST)
          @Nullable Integer repeatMilliseconds,
      @Schema(
              example = "0",
              defaultValue = "0",
              description = "How long it is black between the last picture and the slate.")
          @Min(0)
          @Max(LONGEST)
          @Nullable Integer blackMilliseconds) {

    /** As long as MediaLive takes; 1000000 is for ever there. */
    private static final int LONGEST = 999_999;

    private static final int REPEAT = 1000;

    Slate spec() {
      return new Slate(color, imageUrl, or(repeatMilliseconds, REPEAT), or(blackMilliseconds, 0));
    }
  }

  /** Whether ads are put in. */
  @Schema(name = "ChannelAdsRequest")
  record Ads(
      @Schema(example = "false", defaultValue = "false") @Nullable Boolean enabled,
      @Schema(
              example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc",
              description =
                  "An asset with a download, shown where a break has no ad; the broadcast itself if"
                      + " not given.")
          @Pattern(regexp = ASSET_ID, message = "must be the id of an asset")
          @Nullable String slateAssetId) {

    AdsSpec spec() {
      return new AdsSpec(Boolean.TRUE.equals(enabled), slateAssetId);
    }
  }

  /** How it is encrypted, with origin mediapackage and packaging mediapackage_v2. */
  @Schema(name = "ChannelDrmRequest")
  record Drm(
      @Schema(
              example = "cbcs",
              defaultValue = "cbcs",
              description =
                  "cbcs, for all systems, or cenc, for all but fairplay: samples are encrypted."
                      + " aes_128: whole segments are, of HLS only, for any player that gets the"
                      + " key.")
          @OneOf(value = {DrmSpec.CBCS, DrmSpec.CENC, DrmSpec.AES_128})
          @Nullable String scheme,
      @Schema(example = "[\"widevine\",\"fairplay\"]", description = "None with aes_128.")
          @Size(max = 3)
          @Nullable
              List<
                  @NotNull @OneOf(value = {DrmSpec.WIDEVINE, DrmSpec.PLAYREADY, DrmSpec.FAIRPLAY})
                  String>
              systems,
      @Schema(
              example = "https://keys.example.com/speke/v2.0/copyProtection",
              description =
                  "Where MediaPackage asks for keys by SPEKE 2.0. Of the public internet. Shown"
                      + " without its path to callers that may only read.")
          @NotNull
          @Size(min = 1, max = 1024)
          String keyProviderUrl) {

    DrmSpec spec() {
      return new DrmSpec(or(scheme, DrmSpec.CBCS), or(systems, List.of()), keyProviderUrl);
    }
  }

  ChannelSpec spec() {
    return new ChannelSpec(
        ingest == null ? IngestSpec.DEFAULT : ingest.spec(),
        new EncodingSpec(
            or(ladder, EncodingSpec.DEFAULT.ladder()),
            or(pipelines, EncodingSpec.DEFAULT.pipelines()),
            null,
            slate == null ? null : slate.spec()),
        packagingSpec(),
        or(record, ChannelSpec.DEFAULT.record()),
        ads == null ? ChannelSpec.DEFAULT.ads() : ads.spec());
  }

  private PackagingSpec packagingSpec() {
    PackagingSpec standard = PackagingSpec.DEFAULT;
    String chosen = or(origin, standard.origin());
    boolean packaged = chosen.equals(PackagingSpec.MEDIAPACKAGE);
    return new PackagingSpec(
        chosen,
        packaging,
        or(latency, standard.latency()),
        or(dvrWindowSeconds, packaged ? standard.dvrWindowSeconds() : 0),
        delaySeconds,
        drm == null ? null : drm.spec());
  }

  Map<String, String> metadataOrNone() {
    return or(metadata, Map.of());
  }

  private static <T> T or(@Nullable T given, T standard) {
    return Objects.requireNonNullElse(given, standard);
  }
}
