package onair.channel.clip;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of one broadcast.
 *
 * @param id {@code clp_…}
 * @param sessionId the broadcast, {@code ses_…}
 * @param version grows with each change
 * @param name also the asset's
 * @param metadata the user's own words, also the asset's
 * @param reason in plain words, why it failed
 * @param startAt first moment of it
 * @param endAt last moment of it, later
 * @param assetId what it has become; absent until that is told
 */
record Clip(
    String id,
    String organizationId,
    String channelId,
    String sessionId,
    long version,
    String name,
    Map<String, String> metadata,
    Status status,
    @Nullable String reason,
    Instant startAt,
    Instant endAt,
    @Nullable String assetId,
    Instant createdAt,
    Instant updatedAt) {

  Clip {
    metadata = Map.copyOf(metadata);
  }

  /** What became of it. */
  enum Status {
    /** It is being made into an asset. */
    PENDING,
    READY,
    FAILED;

    /** Lower case, as in the API and the database. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Status> find(String word) {
      return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
    }

    static Status of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * It has become an asset, or will never be one.
   *
   * @param newVersion newer than this one
   */
  Clip ended(
      Status outcome, long newVersion, @Nullable String asset, @Nullable String why, Instant now) {
    return new Clip(
        id,
        organizationId,
        channelId,
        sessionId,
        newVersion,
        name,
        metadata,
        outcome,
        why,
        startAt,
        endAt,
        asset,
        createdAt,
        now);
  }
}
