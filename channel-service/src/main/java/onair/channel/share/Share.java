package onair.channel.share;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import onair.channel.secret.StreamKey;
import org.jspecify.annotations.Nullable;

/**
 * What a channel's contribution is passed on by.
 *
 * @param version grows with each change anyone can see
 * @param metadata the user's own words
 * @param grant to whom it is granted within AWS; absent when it is received by SRT
 * @param allowedCidrs who may receive by SRT; else empty
 * @param passphrase what a receiver proves itself with, or the key of what is granted
 * @param port where a receiver by SRT connects to; else absent
 * @param address as AWS says {@code host:port}, or the ARN of what is granted; absent until it does
 * @param reason in plain words, what is wrong; absent when nothing is
 * @param deleted whether it is to go
 */
record Share(
    String id,
    String organizationId,
    String channelId,
    long version,
    String name,
    Map<String, String> metadata,
    @Nullable Grant grant,
    List<String> allowedCidrs,
    StreamKey passphrase,
    @Nullable Integer port,
    @Nullable String address,
    Status status,
    @Nullable String reason,
    boolean deleted,
    Instant createdAt,
    Instant updatedAt) {

  static final String PREFIX = "shr";

  Share {
    metadata = Map.copyOf(metadata);
    allowedCidrs = List.copyOf(allowedCidrs);
  }

  /** The user's words. */
  enum Status {
    /** The channel is off air: nothing is passed on, and nothing costs. */
    IDLE,
    /** It is being put up. */
    STARTING,
    /** A receiver can connect, or a subscriber take it over. */
    READY,
    /** A receiver is connected. */
    CONNECTED,
    /** AWS does not take it; {@code reason} says why. */
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
  Share looked(
      Status newStatus, @Nullable String newAddress, @Nullable String newReason, Instant now) {
    Share looked = with(newStatus, newAddress, newReason, deleted, version, updatedAt);
    return looked.equals(this)
        ? this
        : with(newStatus, newAddress, newReason, deleted, version + 1, now);
  }

  /** It is to go. */
  Share goes(Instant now) {
    return with(Status.DELETED, address, null, true, version + 1, now);
  }

  private Share with(
      Status newStatus,
      @Nullable String newAddress,
      @Nullable String newReason,
      boolean gone,
      long newVersion,
      Instant at) {
    return new Share(
        id,
        organizationId,
        channelId,
        newVersion,
        name,
        metadata,
        grant,
        allowedCidrs,
        passphrase,
        port,
        newAddress,
        newStatus,
        newReason,
        gone,
        createdAt,
        at);
  }
}
