package onair.channel.inventory;

import java.time.Instant;
import onair.common.reconcile.ResourceKey;
import org.jspecify.annotations.Nullable;

/**
 * One AWS resource that belongs to somebody.
 *
 * @param physicalId id, name or ARN by which AWS knows it
 * @param wanted whether it is to stay
 * @param state AWS's word for it when it was last looked at; absent until then
 * @param reason why it is not as wanted; absent when it is
 * @param since when its id was learned
 */
record Item(
    ResourceKey key,
    String physicalId,
    long generation,
    boolean wanted,
    @Nullable String state,
    @Nullable String reason,
    Instant since) {

  /** {@code owner/kind}, as in the tag {@code onair:resource}. */
  String id() {
    return key.toString();
  }
}
