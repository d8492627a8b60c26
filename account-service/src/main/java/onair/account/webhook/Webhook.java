package onair.account.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import onair.account.event.EventLog;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told of events.
 *
 * @param id {@code whk_…}
 * @param types of events that are told; none for all but the frequent ones
 * @param disabledReason in plain words; null while it is enabled
 * @param oldSecretUntil until when the secret before is good, too; null when there is none
 * @param position sequence of the log up to which there are deliveries
 * @param failingSince of the first attempt that failed since one went well; null when the last one
 *     went well
 * @param version grows with each change of what is set, by its owner or by us; not with position
 *     and failingSince, which change with each event
 */
record Webhook(
    String id,
    String organizationId,
    URI url,
    @Nullable String description,
    List<String> types,
    Status status,
    @Nullable String disabledReason,
    Map<String, String> metadata,
    @Nullable Instant oldSecretUntil,
    long position,
    @Nullable Instant failingSince,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  Webhook {
    types = List.copyOf(types);
    metadata = Map.copyOf(metadata);
  }

  /** What is shown besides the version: how far it is, and since when it fails. */
  String progress() {
    return position + (failingSince == null ? "" : "f" + failingSince.toEpochMilli());
  }

  boolean wants(String type) {
    return types.isEmpty() ? !EventLog.isFrequent(type) : types.contains(type);
  }

  /** Nothing is sent there any more. */
  Webhook disabled(String reason, Instant now) {
    return new Webhook(
        id,
        organizationId,
        url,
        description,
        types,
        Status.DISABLED,
        reason,
        metadata,
        oldSecretUntil,
        position,
        failingSince,
        createdAt,
        now,
        version + 1);
  }

  /** As its owner wants it; the same when nothing is different. */
  Webhook patched(WebhookPatch patch, Instant now) {
    Status wanted = "disabled".equals(patch.status().value()) ? Status.DISABLED : Status.ENABLED;
    Status next = patch.status().present() ? wanted : status;
    boolean enabled = next == Status.ENABLED;
    boolean begins = enabled && status == Status.DISABLED;
    String reason = status == Status.DISABLED ? disabledReason : "It was disabled by its owner";
    var patched =
        new Webhook(
            id,
            organizationId,
            URI.create(patch.url().or(url.toString())),
            patch.description().orNull(description),
            patch.types().or(types).stream().distinct().sorted().toList(),
            next,
            enabled ? null : reason,
            patch.metadata().or(metadata),
            oldSecretUntil,
            position,
            begins ? null : failingSince,
            createdAt,
            updatedAt,
            version);
    return patched.equals(this) ? this : patched.changed(now);
  }

  private Webhook changed(Instant now) {
    return new Webhook(
        id,
        organizationId,
        url,
        description,
        types,
        status,
        disabledReason,
        metadata,
        oldSecretUntil,
        position,
        failingSince,
        createdAt,
        now,
        version + 1);
  }

  /** Whether anything is sent there. */
  enum Status {
    ENABLED,
    DISABLED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
