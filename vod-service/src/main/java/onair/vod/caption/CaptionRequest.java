package onair.vod.caption;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Metadata;
import org.jspecify.annotations.Nullable;

/** A caption as it is asked for. */
@Schema(name = "CaptionRequest")
record CaptionRequest(
    @Schema(example = "en", maxLength = LONGEST_TAG, description = "BCP 47: en, pt-BR, zh-Hant.")
        @NotBlank
        @Size(max = LONGEST_TAG)
        @LanguageTag
        String language,
    @Schema(
            example = "English",
            maxLength = LONGEST_NAME,
            description = "How players offer it. No other caption of the asset has that name.")
        @NotBlank
        @Size(max = LONGEST_NAME)
        @Pattern(
            regexp = "[^\"\\p{Cc}]*",
            message = "must have neither double quotes nor control characters")
        String name,
    @Schema(
            example = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nGood evening.\n",
            description =
                "A WebVTT file, at most 768 KiB of it. Times count from the asset's beginning.")
        @NotNull
        @WebVttText
        String webvtt,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata) {

  static final int LONGEST_NAME = 255;
  static final int LONGEST_TAG = 35;

  String usualLanguage() {
    return LanguageTag.Check.usual(language);
  }

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }
}
