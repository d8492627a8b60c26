package onair.vod.upload;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Metadata;
import onair.vod.asset.AssetRequest;
import org.jspecify.annotations.Nullable;

/** A file somebody is about to send, and what it is to become. */
@Schema(name = "UploadRequest")
record UploadRequest(
    @Schema(example = "opening-night.mp4", description = "For people; its ending means nothing.")
        @NotBlank
        @Size(max = 255)
        String fileName,
    @Schema(example = "734003200", description = "Exactly as many as will be sent.")
        @NotNull
        @Min(0)
        @Max(LARGEST)
        Long sizeBytes,
    @Schema(example = "video/mp4")
        @NotNull
        @Size(max = 127)
        @Pattern(
            regexp = "[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+",
            message = "must be like video/mp4")
        String contentType,
    @NotNull AssetRequest asset,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata) {

  /** 100 GiB. */
  static final long LARGEST = 100L * 1024 * 1024 * 1024;

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }
}
