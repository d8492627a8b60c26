package onair.common.reconcile;

import java.util.List;

/**
 * The protocol for one external resource: decides, does, records, one committed step at a time. Its
 * methods make AWS calls and open their own transactions; never call them inside one.
 */
public final class Resources {

  /**
   * Goes on towards the resource existing, as far as possible now.
   *
   * @param organizationId who pays for it
   * @param spec given to a create; what already exists is not changed by this
   * @throws StaleLease when another run has taken the owner over
   */
  public <S, O> Ensured<O> ensurePresent(
      Lease lease, ResourceKey key, String organizationId, ExternalResource<S, O> edge, S spec) {
    throw new UnsupportedOperationException(lease + " " + key + organizationId + edge + spec);
  }

  /**
   * Goes on towards nothing of the resource existing, as far as possible now; from any state.
   *
   * @throws StaleLease when another run has taken the owner over
   */
  public <O> Removed ensureAbsent(Lease lease, ResourceKey key, ExternalResource<?, O> edge) {
    throw new UnsupportedOperationException(lease + " " + key + edge);
  }

  /** All rows of an owner, by kind; for operations and for explaining a status. */
  public List<ResourceRow> of(String owner) {
    throw new UnsupportedOperationException(owner);
  }

  /**
   * Removes the rows of an owner that is gone for good and whose id is never used again.
   *
   * @throws IllegalStateException when one of them is not final
   */
  public void forget(Lease lease) {
    throw new UnsupportedOperationException(lease.toString());
  }
}
