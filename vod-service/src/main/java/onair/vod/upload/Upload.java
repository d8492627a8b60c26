package onair.vod.upload;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import onair.vod.storage.Keys;
import onair.vod.storage.MultipartUploads.Part;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into an asset.
 *
 * @param assetId {@code as_…}
 * @param version grows with each visible change; ETag of the API
 * @param metadata the user's own words
 * @param multipartId what S3 calls it
 * @param agreed parts that make the file, once that was compared; empty before
 * @param reason in plain words, why it has ended without a file; null when it has not
 * @param closed nothing of it is left to do in S3
 */
record Upload(
    UploadId id,
    String organizationId,
    String assetId,
    long version,
    String fileName,
    String contentType,
    Map<String, String> metadata,
    PartPlan plan,
    String multipartId,
    List<Part> agreed,
    Wish wish,
    UploadStatus status,
    @Nullable String reason,
    boolean closed,
    Instant expiresAt,
    Instant createdAt,
    Instant updatedAt) {

  Upload {
    metadata = Map.copyOf(metadata);
    agreed = List.copyOf(agreed);
  }

  /** What is wanted of it. */
  enum Wish {
    /** Parts may come. */
    OPEN,
    /** All parts are there and agreed on. */
    COMPLETED,
    /** It is to leave nothing behind. */
    DROPPED
  }

  String key() {
    return Keys.source(assetId, id.value());
  }

  /** All parts are there and agreed on. */
  Upload completing(List<Part> parts, Instant now) {
    return changed(parts, Wish.COMPLETED, UploadStatus.UPLOADING, null, false, now);
  }

  /** Parts were seen. */
  Upload uploading(Instant now) {
    return changed(agreed, wish, UploadStatus.UPLOADING, null, closed, now);
  }

  Upload completed(Instant now) {
    return changed(agreed, Wish.COMPLETED, UploadStatus.COMPLETED, null, true, now);
  }

  /** Ends without a file. */
  Upload dropped(UploadStatus ending, String why, Instant now) {
    return changed(agreed, Wish.DROPPED, ending, why, false, now);
  }

  /** Nothing of it is left in S3. */
  Upload closedNow(Instant now) {
    return changed(agreed, wish, status, reason, true, now);
  }

  private Upload changed(
      List<Part> newAgreed,
      Wish newWish,
      UploadStatus newStatus,
      @Nullable String newReason,
      boolean newClosed,
      Instant now) {
    boolean visible = newStatus != status;
    return new Upload(
        id,
        organizationId,
        assetId,
        visible ? version + 1 : version,
        fileName,
        contentType,
        metadata,
        plan,
        multipartId,
        newAgreed,
        newWish,
        newStatus,
        newReason,
        newClosed,
        expiresAt,
        createdAt,
        visible ? now : updatedAt);
  }
}
