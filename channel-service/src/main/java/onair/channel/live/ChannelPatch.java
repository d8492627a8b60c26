package onair.channel.live;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import onair.channel.parts.Slate;
import onair.common.constraint.Metadata;
import onair.common.constraint.OneOf;
import onair.common.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a channel; fields left out stay. What each comes to while the channel is on
 * air is told by its {@link EditedField}. Metadata is replaced whole.
 */
@Schema(name = "ChannelPatch")
record ChannelPatch(
    @Schema(example = "Late show")
        Patch<@NotBlank @Size(max = ChannelRequest.LONGEST_NAME) String> name,
    @Schema(example = "{\"crew\":\"b\"}") Patch<@NotNull @Metadata Map<String, String>> metadata,
    @Schema(example = "1080p") Patch<@NotNull String> ladder,
    @Schema(example = "standard")
        Patch<
                @NotNull
                @OneOf(value = {PackagingSpec.STANDARD, PackagingSpec.REDUCED, PackagingSpec.LOW})
                String>
            latency,
    @Schema(example = "mediapackage")
        Patch<
                @NotNull
                @OneOf(
                    value = {
                      PackagingSpec.MEDIAPACKAGE, PackagingSpec.S3, PackagingSpec.MEDIASTORE
                    })
                String>
            origin,
    @Schema(example = "mediapackage_v2")
        Patch<@NotNull @OneOf(value = {PackagingSpec.V2, PackagingSpec.V1}) String> packaging,
    @Schema(example = "single")
        Patch<@NotNull @OneOf({EncodingSpec.SINGLE, EncodingSpec.DUAL}) String> pipelines,
    Patch<ChannelRequest.SlateRequest> slate,
    @Schema(example = "7200")
        Patch<@NotNull @Min(0) @Max(PackagingSpec.LONGEST_DVR_WINDOW_SECONDS) Integer>
            dvrWindowSeconds,
    @Schema(example = "0")
        Patch<@NotNull @Min(0) @Max(PackagingSpec.LONGEST_DELAY_SECONDS) Integer> delaySeconds,
    @Schema(description = "Null: not encrypted any more.") Patch<ChannelRequest.Drm> drm,
    @Schema(example = "false") Patch<@NotNull Boolean> record,
    Patch<ChannelRequest.@NotNull Ads> ads) {

  String name(String current) {
    return name.or(current);
  }

  Map<String, String> metadata(Map<String, String> current) {
    return metadata.or(current);
  }

  ChannelSpec spec(ChannelSpec current) {
    return new ChannelSpec(
        current.ingest(),
        encoding(current.encoding()),
        packaging(current.packaging()),
        record.or(current.record()),
        ads.value() == null ? current.ads() : ads.value().spec(),
        current.targets());
  }

  /** Absent when there is none, or the present one stays. */
  @Nullable Slate newSlate() {
    return slate.value() == null ? null : slate.value().spec();
  }

  /** A ladder that is named anew is looked up anew. */
  private EncodingSpec encoding(EncodingSpec current) {
    String chosen = pipelines.or(current.pipelines());
    Slate shown = slate.present() ? newSlate() : current.slate();
    return ladder.value() == null
        ? new EncodingSpec(current.ladder(), chosen, current.own(), shown)
        : new EncodingSpec(ladder.value(), chosen, null, shown);
  }

  /** What is asked for anew; null when nothing is. */
  @Nullable DrmSpec newDrm() {
    return drm.value() == null ? null : drm.value().spec();
  }

  /** Another origin leaves the old one's packager behind. */
  private PackagingSpec packaging(PackagingSpec current) {
    String chosen = origin.or(current.origin());
    String kept = chosen.equals(current.origin()) ? current.packager() : null;
    return new PackagingSpec(
        chosen,
        packaging.orNull(kept),
        latency.or(current.latency()),
        dvrWindowSeconds.or(current.dvrWindowSeconds()),
        delaySeconds.orNull(current.delaySeconds()),
        drm.present() ? newDrm() : current.drm());
  }
}
