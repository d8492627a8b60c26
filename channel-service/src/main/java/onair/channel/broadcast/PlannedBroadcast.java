package onair.channel.broadcast;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time on air that was planned ahead.
 *
 * @param id {@code bc_…}
 * @param version grows with each change
 * @param metadata the user's own words
 * @param reason in plain words: why it ended, was missed or cancelled, or what is in its way now
 * @param startAt when the channel is to be wanted on air
 * @param stopAt when no longer; absent for until somebody stops it
 * @param startedAt when it was in fact
 * @param endedAt when it was no longer
 */
record PlannedBroadcast(
    String id,
    String organizationId,
    String channelId,
    String playbackId,
    long version,
    Map<String, String> metadata,
    Status status,
    @Nullable String reason,
    Instant startAt,
    @Nullable Instant stopAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Instant createdAt,
    Instant updatedAt) {

  PlannedBroadcast {
    metadata = Map.copyOf(metadata);
  }

  /** How far it is. */
  enum Status {
    SCHEDULED,
    /** It begins soon; the channel is made ready. */
    PREPARING,
    /** The channel is wanted on air. */
    ON_AIR,
    ENDED,
    CANCELLED,
    /** The channel could not be started in time. */
    MISSED;

    private static final Set<Status> OPEN = EnumSet.of(SCHEDULED, PREPARING, ON_AIR);

    /** Lower case, as in the API and the database. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is to come or going on. */
    boolean open() {
      return OPEN.contains(this);
    }

    static Optional<Status> find(String word) {
      return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
    }

    static List<String> words() {
      return Arrays.stream(values()).map(Status::word).toList();
    }

    static Status of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  PlannedBroadcast preparing(Instant now) {
    return changed(Status.PREPARING, null, startedAt, endedAt, now);
  }

  /** Something is in its way, which may pass. */
  PlannedBroadcast hindered(String why, Instant now) {
    return changed(status, why, startedAt, endedAt, now);
  }

  PlannedBroadcast started(Instant now) {
    return changed(Status.ON_AIR, null, now, endedAt, now);
  }

  PlannedBroadcast ended(Status outcome, String why, Instant now) {
    return changed(outcome, why, startedAt, startedAt == null ? null : now, now);
  }

  private PlannedBroadcast changed(
      Status newStatus,
      @Nullable String why,
      @Nullable Instant started,
      @Nullable Instant ended,
      Instant now) {
    return new PlannedBroadcast(
        id,
        organizationId,
        channelId,
        playbackId,
        version + 1,
        metadata,
        newStatus,
        why,
        startAt,
        stopAt,
        started,
        ended,
        createdAt,
        now);
  }

  /**
   * Whether both would have the channel on air at one moment; without an end it has it for ever.
   */
  boolean overlaps(PlannedBroadcast other) {
    return before(startAt, other.stopAt) && before(other.startAt, stopAt);
  }

  private static boolean before(Instant start, @Nullable Instant stop) {
    return stop == null || start.isBefore(stop);
  }

  boolean isOver(Instant now) {
    return stopAt != null && !stopAt.isAfter(now);
  }
}
