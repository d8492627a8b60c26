package onair.common.reconcile;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import onair.common.reconcile.ResourceRow.Desired;

/**
 * The protocol for one external resource: decides, does, records, one committed step at a time. Its
 * methods make AWS calls and open their own transactions; never call them inside one.
 */
public final class Resources {
  private final ResourceStore store;
  private final Tools tools;

  /** What every run of every resource needs. */
  record Tools(
      ResourceStore store,
      CallFailure.Reader failures,
      Identities identities,
      ReconcileProperties patience,
      InstantSource clock) {}

  Resources(Tools tools) {
    this.store = tools.store();
    this.tools = tools;
  }

  /**
   * Goes on towards the resource existing, as far as possible now.
   *
   * @param organizationId who pays for it
   * @param spec given to a create; what already exists is not changed by this
   * @throws StaleLease when another run has taken the owner over; let it pass
   */
  public <S, O> Ensured<O> ensurePresent(
      Lease lease, ResourceKey key, String organizationId, ExternalResource<S, O> edge, S spec) {
    requireOwner(lease, key);
    var row =
        store.load(key).orElseGet(() -> ResourceRow.first(key, organizationId, Desired.PRESENT));
    var state = new RunState<O>(tools, lease, edge, row);
    var run = new ResourceRun<>(state, identity -> edge.create(identity, spec));
    return switch (run.towards(Desired.PRESENT)) {
      case RunEnd.Ready<O>(Found<O> found) -> new Ensured.Ready<>(found);
      case RunEnd.Stopped<O>(Outcome outcome) -> new Ensured.NotYet<>(outcome);
      case RunEnd.Absent<O>() -> throw new IllegalStateException(key + " is wanted");
    };
  }

  /**
   * Goes on towards nothing of the resource existing, as far as possible now; from any state.
   *
   * @throws StaleLease when another run has taken the owner over; let it pass
   */
  public <O> Removed ensureAbsent(Lease lease, ResourceKey key, ExternalResource<?, O> edge) {
    requireOwner(lease, key);
    var row = store.load(key).orElse(null);
    if (row == null) {
      return new Removed.Final();
    }
    var run = new ResourceRun<>(new RunState<O>(tools, lease, edge, row), Resources::unwanted);
    return switch (run.towards(Desired.ABSENT)) {
      case RunEnd.Absent<O>() -> new Removed.Final();
      case RunEnd.Stopped<O>(Outcome outcome) -> new Removed.NotYet(outcome);
      case RunEnd.Ready<O> ready -> throw new IllegalStateException(key + " is unwanted");
    };
  }

  /**
   * Goes on towards nothing being under way for a resource, as far as possible now: copies whose
   * answers were lost are taken in or removed, a delete is carried through. Makes nothing; for an
   * owner that is at rest.
   *
   * @return what is waited for; empty when nothing is under way
   * @throws StaleLease when another run has taken the owner over; let it pass
   */
  public <O> Optional<Outcome> settle(Lease lease, ResourceKey key, ExternalResource<?, O> edge) {
    requireOwner(lease, key);
    return store
        .load(key)
        .map(row -> new RunState<O>(tools, lease, edge, row))
        .flatMap(state -> new ResourceRun<>(state, Resources::unwanted).settle());
  }

  /** All rows of an owner, by kind; for operations and for explaining a status. */
  public List<ResourceRow> of(String owner) {
    return store.of(owner);
  }

  /**
   * Removes the rows of an owner that is gone for good and whose id is never used again.
   *
   * @throws IllegalStateException when one of them is not final
   * @throws StaleLease when another run has taken the owner over; let it pass
   */
  public void forget(Lease lease) {
    store.forget(lease);
  }

  private static <O> Found<O> unwanted(Identity identity) {
    throw new IllegalStateException(identity.key() + " is unwanted and was about to be created");
  }

  private static void requireOwner(Lease lease, ResourceKey key) {
    if (!lease.owner().equals(key.owner())) {
      throw new IllegalArgumentException("lease " + lease + " is not for " + key);
    }
  }
}
