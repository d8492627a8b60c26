package onair.vod.caption;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import onair.common.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A text that may be shown with an asset; the text itself stays in the database until it is needed.
 *
 * @param id {@code cap_…}
 * @param assetId {@code as_…}
 * @param version grows with each visible change; ETag of the API and version of the events
 * @param name by which players offer it, unlike any other of the asset
 * @param language BCP 47, in its usual spelling
 * @param metadata the user's own words
 * @param reason in plain words, why it is not as wanted; null when all goes well
 */
record Caption(
    String id,
    String organizationId,
    String assetId,
    long version,
    String name,
    String language,
    Map<String, String> metadata,
    Status status,
    @Nullable String reason,
    Instant createdAt,
    Instant updatedAt) {

  private static final String PREFIX = "cap";

  Caption {
    metadata = Map.copyOf(metadata);
  }

  /** How a caption is, in the user's words. */
  enum Status {
    /** It is being put where players find it. */
    PROCESSING,
    READY,
    /** It never will be ready; the reason is told. */
    ERRORED,
    /** It is being taken away, and is not found once it is. */
    DELETED;

    /** Lower case, as in the API and the database. */
    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  static String nextId() {
    return Ids.next(PREFIX);
  }

  /** Whether players are to be told of it. */
  boolean isOffered() {
    return status == Status.PROCESSING || status == Status.READY;
  }

  /** Whether something is left to do about it. */
  boolean isUnsettled() {
    return status == Status.PROCESSING || status == Status.DELETED;
  }

  Caption with(Status newStatus, @Nullable String newReason, Instant now) {
    return new Caption(
        id,
        organizationId,
        assetId,
        version + 1,
        name,
        language,
        metadata,
        newStatus,
        newReason,
        createdAt,
        now);
  }
}
