package onair.vod.caption;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A caption as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Caption")
record CaptionResponse(
    @Schema(example = "cap_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "caption") String object,
    @Schema(example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc") String assetId,
    @Schema(example = "English") String name,
    @Schema(example = "en") String language,
    @Schema(type = "string", example = "ready") Caption.Status status,
    @Schema(description = "In plain words, what is wrong; null when nothing is.")
        @Nullable String statusReason,
    @Schema(description = "The file that players get; null until they can.") @Nullable String url,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * @param baseUrl where viewers reach the bucket; null until they can
   */
  static CaptionResponse of(Caption caption, @Nullable String baseUrl) {
    boolean reachable = baseUrl != null && caption.status() == Caption.Status.READY;
    return new CaptionResponse(
        caption.id(),
        "caption",
        caption.assetId(),
        caption.name(),
        caption.language(),
        caption.status(),
        caption.reason(),
        reachable ? baseUrl + "/" + CaptionFiles.of(caption.assetId()).text(caption.id()) : null,
        caption.metadata(),
        caption.createdAt(),
        caption.updatedAt());
  }
}
