package onair.vod.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An upload in a list, which asks nothing of S3: it has no parts, and no addresses for them. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "UploadSummary")
record UploadSummary(
    @Schema(example = "up_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "upload") String object,
    @Schema(
            type = "string",
            example = "waiting",
            description =
                "While it is waiting, parts may be sent; which are there tells the upload itself.")
        UploadStatus status,
    @Schema(description = "In plain words, why it ended without a file; null otherwise.")
        @Nullable String statusReason,
    @Schema(example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc") String assetId,
    @Schema(example = "opening-night.mp4") String fileName,
    @Schema(example = "video/mp4") String contentType,
    @Schema(example = "734003200") long sizeBytes,
    @Schema(example = "8388608", description = "Of every part but the last.") long partSizeBytes,
    @Schema(example = "88", description = "How many parts the file has.") int partCount,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata,
    @Schema(description = "Until then it has to be completed.") Instant expiresAt,
    Instant createdAt,
    Instant updatedAt) {

  static UploadSummary of(Upload upload) {
    return new UploadSummary(
        upload.id().value(),
        "upload",
        upload.status(),
        upload.reason(),
        upload.assetId(),
        upload.fileName(),
        upload.contentType(),
        upload.plan().sizeBytes(),
        upload.plan().partSizeBytes(),
        upload.plan().count(),
        upload.metadata(),
        upload.expiresAt(),
        upload.createdAt(),
        upload.updatedAt());
  }
}
