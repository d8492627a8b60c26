package onair.common.sweep;

import java.util.Map;
import java.util.Optional;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.common.reconcile.Listed;
import onair.common.reconcile.ResourceKey;

/**
 * Something listed that no row is known to have, whatever its kind.
 *
 * @param key what it was made for, as its tag says
 */
record Sighting(
    String kind,
    Idempotency idempotency,
    String physicalId,
    ResourceKey key,
    String organizationId,
    String state,
    Map<String, Integer> billed) {

  /** Empty when its tag is none that this kind is ever given: then it is not of our making. */
  static <O> Optional<Sighting> of(ExternalResource<?, O> edge, Listed<O> listed) {
    return key(listed.tags().getOrDefault(Identity.RESOURCE_TAG, ""), edge.kind())
        .map(
            key ->
                new Sighting(
                    edge.kind(),
                    edge.idempotency(),
                    listed.found().physicalId(),
                    key,
                    listed.tags().getOrDefault(Identity.ORGANIZATION_TAG, ""),
                    edge.summary(listed.found().observed()),
                    listed.billed()));
  }

  private static Optional<ResourceKey> key(String tag, String kind) {
    int slash = tag.indexOf('/');
    String owner = slash < 0 ? "" : tag.substring(0, slash);
    String tagged = tag.substring(slash + 1);
    boolean ofThisKind = tagged.equals(kind) || tagged.startsWith(kind + "/");
    return owner.isBlank() || !ofThisKind
        ? Optional.empty()
        : Optional.of(new ResourceKey(owner, tagged));
  }
}
