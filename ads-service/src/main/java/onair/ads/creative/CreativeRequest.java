package onair.ads.creative;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Metadata;
import org.jspecify.annotations.Nullable;

/** A new creative as it is asked for. */
@Schema(name = "CreativeRequest")
record CreativeRequest(
    @Schema(example = "Spring sale, 15 s", maxLength = LONGEST_NAME)
        @NotBlank
        @Size(max = LONGEST_NAME)
        String name,
    @Schema(
            example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc",
            description = "A ready asset that was uploaded with mp4_download.")
        @NotNull
        String assetId,
    @Schema(example = "https://shop.example.com/spring", description = "Where a click leads.")
        @WebAddress
        @Nullable String clickThroughUrl,
    @Schema(example = "{\"brand\":\"a\"}", description = "At most 50 entries of your own.")
        @Metadata
        @Nullable Map<String, String> metadata) {

  static final int LONGEST_NAME = 255;

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }
}
