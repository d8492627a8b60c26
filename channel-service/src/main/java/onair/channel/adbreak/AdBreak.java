package onair.channel.adbreak;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One break of a broadcast.
 *
 * @param id {@code brk_…}; also the name of the action in the encoder's schedule
 * @param version grows with each change
 * @param metadata the user's own words
 * @param reason in plain words, why it failed or was cancelled
 * @param startAt as asked for; absent for at once
 * @param spliceEventId what the splice insert carries, 1 to 4294967295
 * @param signalledAt when the encoder put the signal into the broadcast
 */
record AdBreak(
    String id,
    String organizationId,
    String channelId,
    String playbackId,
    long version,
    Map<String, String> metadata,
    Status status,
    @Nullable String reason,
    Duration duration,
    @Nullable Instant startAt,
    long spliceEventId,
    @Nullable Instant signalledAt,
    Instant createdAt,
    Instant updatedAt) {

  AdBreak {
    metadata = Map.copyOf(metadata);
  }

  /** How far it is. */
  enum Status {
    /** Not in the broadcast yet. */
    SCHEDULED,
    /** In the broadcast; nobody has said yet how it was filled. */
    SIGNALLED,
    /** Ads filled it. */
    FILLED,
    /** Ads filled a part of it. */
    UNDERFILLED,
    /** No ad was found; viewers saw the slate, or the broadcast itself. */
    SLATE,
    FAILED,
    CANCELLED;

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

  AdBreak signalled(Instant at, Instant now) {
    return changed(version + 1, Status.SIGNALLED, null, at, now);
  }

  AdBreak ended(Status outcome, @Nullable String why, Instant now) {
    return changed(version + 1, outcome, why, signalledAt, now);
  }

  /**
   * As who fills it says it is.
   *
   * @param newVersion newer than this one
   */
  AdBreak filled(Status outcome, long newVersion, Instant now) {
    return changed(newVersion, outcome, null, signalledAt, now);
  }

  private AdBreak changed(
      long newVersion,
      Status newStatus,
      @Nullable String why,
      @Nullable Instant signalled,
      Instant now) {
    return new AdBreak(
        id,
        organizationId,
        channelId,
        playbackId,
        newVersion,
        metadata,
        newStatus,
        why,
        duration,
        startAt,
        spliceEventId,
        signalled,
        createdAt,
        now);
  }

  /** When it begins, or began. */
  Instant begins() {
    if (signalledAt != null) {
      return signalledAt;
    }
    return startAt == null ? createdAt : startAt;
  }

  Instant ends() {
    return begins().plus(duration);
  }
}
