package onair.common.reconcile;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import onair.common.aws.Difference;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import onair.common.reconcile.ResourceRow.Removal;

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
      InstantSource clock,
      Condemned condemned) {

    /** Where nothing is ever removed as nobody's. */
    Tools(
        ResourceStore store,
        CallFailure.Reader failures,
        Identities identities,
        ReconcileProperties patience,
        InstantSource clock) {
      this(store, failures, identities, patience, clock, key -> Set.of());
    }
  }

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

  /**
   * Goes on towards a resource being gone that has no row, as far as possible now. It gets one with
   * the first call, and is an unwanted resource like any other from then on.
   *
   * @param key of its removal, not that of what it was made for
   * @param physicalId by which AWS knows it
   * @throws StaleLease when another run has taken the owner over; let it pass
   */
  public <O> Removed removeStray(
      Lease lease,
      ResourceKey key,
      String organizationId,
      ExternalResource<?, O> edge,
      String physicalId) {
    requireOwner(lease, key);
    if (store.load(key).isEmpty()) {
      var now = tools.clock().instant().truncatedTo(ChronoUnit.MICROS);
      var stray = ResourceRow.first(key, organizationId, Desired.ABSENT).edit();
      store.save(lease, stray.known(physicalId, now).row());
    }
    return ensureAbsent(lease, key, edge);
  }

  /**
   * Where what AWS has is not what would be asked for now. Empty for a resource that is not known
   * to be there, or is being removed.
   */
  public <S> List<Difference> differences(ResourceKey key, ExternalResource<S, ?> edge, S spec) {
    return there(key)
        .map(row -> edge.differences(tools.identities().of(row), spec, id(row)))
        .orElse(List.of());
  }

  /**
   * Makes what AWS has what would be asked for now, without making it anew.
   *
   * @return whether it was there and of a kind that can be changed
   */
  public <S> boolean repair(ResourceKey key, ExternalResource<S, ?> edge, S spec) {
    return there(key)
        .map(row -> edge.repair(tools.identities().of(row), spec, id(row)))
        .orElse(false);
  }

  private Optional<ResourceRow> there(ResourceKey key) {
    return store
        .load(key)
        .filter(row -> row.create() == Create.KNOWN && row.removal() == Removal.NONE);
  }

  private static String id(ResourceRow row) {
    return Objects.requireNonNull(row.physicalId());
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
