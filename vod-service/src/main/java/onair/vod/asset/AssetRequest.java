package onair.vod.asset;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * The asset that an upload is to become.
 *
 * @param mp4Download whether one file for download is made too; default false
 */
@Schema(name = "AssetRequest")
public record AssetRequest(
    @Schema(example = "Opening night", maxLength = LONGEST_NAME) @NotBlank @Size(max = LONGEST_NAME)
        String name,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata,
    @Schema(example = "false", defaultValue = "false") @Nullable Boolean mp4Download) {

  static final int LONGEST_NAME = 255;

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }

  boolean wantsMp4() {
    return Boolean.TRUE.equals(mp4Download);
  }
}
