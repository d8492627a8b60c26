package onair.vod.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An upload as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Upload")
record UploadResponse(
    @Schema(example = "up_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "upload") String object,
    @Schema(type = "string", example = "uploading") UploadStatus status,
    @Schema(description = "In plain words, why it ended without a file; null otherwise.")
        @Nullable String statusReason,
    @Schema(example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc") String assetId,
    @Schema(example = "opening-night.mp4") String fileName,
    @Schema(example = "video/mp4") String contentType,
    @Schema(example = "734003200") long sizeBytes,
    @Schema(example = "8388608", description = "Of every part but the last.") long partSizeBytes,
    @Schema(description = "While parts may be sent; empty otherwise.") List<UploadPart> parts,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata,
    @Schema(description = "Until then it has to be completed.") Instant expiresAt,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * One part of the file.
   *
   * @param url where to PUT it, for an hour; ask for the upload again to get a fresh one
   * @param etag of the bytes that are there; null while none are
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "UploadPart")
  record UploadPart(
      @Schema(example = "1") int number,
      @Schema(example = "8388608") long sizeBytes,
      @Schema(
              example =
                  "https://s3.eu-west-1.amazonaws.com/onair-uploads/as_06d4x8k2m1v7r9t3w5y8z0a2bc?partNumber=1")
          String url,
      @Schema(example = "true", description = "Whether all of it is there.") boolean uploaded,
      @Schema(example = "9b2cf535f27731c974343645a3985328") @Nullable String etag) {}

  static UploadResponse of(Upload upload, List<UploadPart> parts) {
    return new UploadResponse(
        upload.id().value(),
        "upload",
        upload.status(),
        upload.reason(),
        upload.assetId(),
        upload.fileName(),
        upload.contentType(),
        upload.plan().sizeBytes(),
        upload.plan().partSizeBytes(),
        parts,
        upload.metadata(),
        upload.expiresAt(),
        upload.createdAt(),
        upload.updatedAt());
  }
}
