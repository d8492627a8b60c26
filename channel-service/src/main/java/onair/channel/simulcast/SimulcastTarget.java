package onair.channel.simulcast;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import onair.channel.secret.StreamKey;
import org.jspecify.annotations.Nullable;

/**
 * A server of somebody else's that a channel is pushed to.
 *
 * @param version grows with each change anyone can see
 * @param metadata the user's own words
 * @param url scheme, host, port and application, without the key
 * @param streamKey what the encoder proves itself with there
 * @param reason in plain words, what is wrong or waited for; absent when nothing is
 * @param deleted whether it is to go
 */
record SimulcastTarget(
    String id,
    String organizationId,
    String channelId,
    long version,
    String name,
    Map<String, String> metadata,
    String url,
    StreamKey streamKey,
    Status status,
    @Nullable String reason,
    boolean deleted,
    Instant createdAt,
    Instant updatedAt) {

  static final String PREFIX = "smt";

  private static final int SHOWN = 4;
  private static final int LONG_ENOUGH_TO_SHOW = 16;

  SimulcastTarget {
    metadata = Map.copyOf(metadata);
  }

  /** The user's words. */
  enum Status {
    /** The channel is off air, or was started without it. */
    IDLE,

    /** The encoder runs and has nothing to push yet. */
    STARTING,

    /** It is pushed to, and AWS does not complain; it never says more than that. */
    BROADCASTING,

    /** It does not take what is pushed; {@code reason} says why, and it is tried again. */
    ERRORED,

    /** Its last word. */
    DELETED;

    /** Lower case, as in the API and the database. */
    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What another look at AWS leads to; the same when there is nothing new. */
  SimulcastTarget looked(Status newStatus, @Nullable String newReason, Instant now) {
    SimulcastTarget looked = with(newStatus, newReason, deleted, version, updatedAt);
    return looked.equals(this) ? this : with(newStatus, newReason, deleted, version + 1, now);
  }

  /** It is to go. */
  SimulcastTarget goes(Instant now) {
    return with(Status.DELETED, null, true, version + 1, now);
  }

  /** Of a long key its end, to tell two apart; of a short one nothing. */
  String maskedKey() {
    String key = streamKey.value();
    return key.length() < LONG_ENOUGH_TO_SHOW
        ? "********"
        : "********" + key.substring(key.length() - SHOWN);
  }

  private SimulcastTarget with(
      Status newStatus, @Nullable String newReason, boolean gone, long newVersion, Instant at) {
    return new SimulcastTarget(
        id,
        organizationId,
        channelId,
        newVersion,
        name,
        metadata,
        url,
        streamKey,
        newStatus,
        newReason,
        gone,
        createdAt,
        at);
  }
}
