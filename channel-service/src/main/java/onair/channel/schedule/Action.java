package onair.channel.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One action of a channel's schedule.
 *
 * @param id {@code act_…}; also its name in the encoder's schedule
 * @param version grows with each change
 * @param metadata the user's own words
 * @param reason in plain words, why it failed or ended before its time
 * @param startAt as asked for; absent for at once
 * @param duration how long what it does lasts; absent for until it is ended, and for what is over
 *     at once
 * @param encoderId the encoder that was told of it
 * @param effectiveAt when it is in the broadcast; absent until an encoder was told
 */
record Action(
    String id,
    String organizationId,
    String channelId,
    long version,
    Map<String, String> metadata,
    Status status,
    @Nullable String reason,
    Deed deed,
    @Nullable Instant startAt,
    @Nullable Duration duration,
    @Nullable String encoderId,
    @Nullable Instant effectiveAt,
    Instant createdAt,
    Instant updatedAt) {

  static final String PREFIX = "act";

  Action {
    metadata = Map.copyOf(metadata);
  }

  /** How far it is. */
  enum Status {
    /** Not in the broadcast yet. */
    SCHEDULED,
    /** In the broadcast, and lasting. */
    ACTIVE,
    /** It happened, and is over. */
    DONE,
    FAILED,
    /** It is being taken back. */
    CANCELLING,
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

    /** Whether anything is still to be done about it. */
    boolean open() {
      return this == SCHEDULED || this == ACTIVE || this == CANCELLING;
    }
  }

  /** The encoder knows. */
  Action told(String encoder, Instant at, Instant now) {
    return changed(status, null, encoder, at, now);
  }

  Action is(Status now, @Nullable String why, Instant at) {
    return changed(now, why, encoderId, effectiveAt, at);
  }

  private Action changed(
      Status newStatus,
      @Nullable String why,
      @Nullable String encoder,
      @Nullable Instant effective,
      Instant now) {
    return new Action(
        id,
        organizationId,
        channelId,
        version + 1,
        metadata,
        newStatus,
        why,
        deed,
        startAt,
        duration,
        encoder,
        effective,
        createdAt,
        now);
  }

  /** When it begins, or began. */
  Instant begins() {
    if (effectiveAt != null) {
      return effectiveAt;
    }
    return startAt == null ? createdAt : startAt;
  }

  /** Empty for what lasts until it is ended. */
  Optional<Instant> ends() {
    return Optional.ofNullable(duration).map(begins()::plus);
  }

  /** Whether both would have the same place at the same time. */
  boolean collides(Action other) {
    return deed.place().isPresent()
        && deed.place().equals(other.deed.place())
        && other.ends().orElse(Instant.MAX).isAfter(begins())
        && ends().orElse(Instant.MAX).isAfter(other.begins());
  }
}
