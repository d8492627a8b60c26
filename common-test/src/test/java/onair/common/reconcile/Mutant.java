package onair.common.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onair.common.aws.AwsFailure;
import onair.common.reconcile.FakeCloud.CallFailed;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import onair.common.reconcile.ResourceRow.Removal;
import org.jspecify.annotations.Nullable;

/**
 * A plausible mistake in the protocol, wrapped around the real classes; the simulation must see it.
 */
enum Mutant {
  NONE,
  RECORD_AFTER_CREATE,
  NO_SETTLE,
  FIRST_PAGE_ONLY,
  ROW_GONE_BEFORE_RESOURCE,
  NO_FENCE,
  TOKEN_REUSED_AFTER_GENERATION,
  FRESH_TOKEN_PER_TRY,
  NEVER_ADOPT,
  CONFLICT_IS_SUCCESS,
  REFUSAL_OF_SECOND_ATTEMPT_IS_DEFINITE,
  DOUBT_FORGOTTEN_WHEN_REPEAT_SUCCEEDS,
  FIRST_NOT_FOUND_IS_GONE,
  LATE_DELETE_IGNORED;

  Duration settle(Duration settle) {
    return this == NO_SETTLE ? Duration.ofMillis(1) : settle;
  }

  Leases leases(Leases leases) {
    if (this != NO_FENCE) {
      return leases;
    }
    return new Leases() {
      @Override
      public Lease take(String owner) {
        return new Lease(owner, leases.take(owner).fence(), this);
      }

      @Override
      public void require(Lease lease) {}
    };
  }

  ResourceStore store(ResourceStore store) {
    return switch (this) {
      case RECORD_AFTER_CREATE -> new RecordLater(store);
      case ROW_GONE_BEFORE_RESOURCE ->
          new Rewriting(
              store,
              row ->
                  row.desired() == Desired.ABSENT && row.removal() != Removal.NONE
                      ? row.edit().none().doubt(null).row()
                      : row);
      case DOUBT_FORGOTTEN_WHEN_REPEAT_SUCCEEDS ->
          new Rewriting(
              store, row -> row.create() == Create.KNOWN ? row.edit().doubt(null).row() : row);
      case FIRST_NOT_FOUND_IS_GONE ->
          new Rewriting(
              store,
              row ->
                  row.physicalId() == null
                      ? row
                      : row.edit()
                          .known(row.physicalId(), Instant.EPOCH)
                          .removal(row.removal())
                          .row());
      case LATE_DELETE_IGNORED ->
          new Rewriting(
              store,
              row ->
                  row.removal() == Removal.ASKED
                      ? row.edit().doubt(doubtBefore(store, row)).row()
                      : row);
      default -> store;
    };
  }

  private static @Nullable Instant doubtBefore(ResourceStore store, ResourceRow row) {
    return store.load(row.key()).map(ResourceRow::doubtUntil).orElse(null);
  }

  CallFailure.Reader failures(CallFailure.Reader reader) {
    return this != REFUSAL_OF_SECOND_ATTEMPT_IS_DEFINITE
        ? reader
        : thrown -> {
          var read = reader.read(thrown);
          return new CallFailure(
              read.meaning(), read.meaning() != AwsFailure.UNAVAILABLE, read.reason());
        };
  }

  ExternalResource<String, String> edge(SimEdge edge) {
    return this == NONE ? edge : new Wrapped(edge, this);
  }

  /** Keeps an intent in the process's memory until the create is answered. */
  private record RecordLater(ResourceStore store, Map<ResourceKey, ResourceRow> unwritten)
      implements ResourceStore {
    RecordLater(ResourceStore store) {
      this(store, new HashMap<>());
    }

    @Override
    public Optional<ResourceRow> load(ResourceKey key) {
      unwritten.remove(key);
      return store.load(key);
    }

    @Override
    public List<ResourceRow> of(String owner) {
      return store.of(owner);
    }

    @Override
    public void save(Lease lease, ResourceRow row) {
      if (row.create() == Create.UNKNOWN) {
        unwritten.put(row.key(), row);
      } else {
        store.save(lease, row);
      }
    }

    @Override
    public void forget(Lease lease) {
      store.forget(lease);
    }
  }

  /** Writes something else than it is told. */
  private record Rewriting(ResourceStore store, UnaryOperator<ResourceRow> change)
      implements ResourceStore {
    @Override
    public Optional<ResourceRow> load(ResourceKey key) {
      return store.load(key);
    }

    @Override
    public List<ResourceRow> of(String owner) {
      return store.of(owner);
    }

    @Override
    public void save(Lease lease, ResourceRow row) {
      store.save(lease, change.apply(row));
    }

    @Override
    public void forget(Lease lease) {
      store.forget(lease);
    }
  }

  /** An edge that breaks its promise in one way. */
  private record Wrapped(SimEdge edge, Mutant mutant) implements ExternalResource<String, String> {
    private static int tries;

    @Override
    public String kind() {
      return edge.kind();
    }

    @Override
    public Idempotency idempotency() {
      return edge.idempotency();
    }

    @Override
    public Optional<Found<String>> observe(String physicalId) {
      return edge.observe(physicalId);
    }

    @Override
    public List<Found<String>> find(Identity identity) {
      var pages = edge.pages(identity);
      return switch (mutant) {
        case NEVER_ADOPT -> List.of();
        case FIRST_PAGE_ONLY -> pages.isEmpty() ? List.of() : pages.getFirst();
        default -> pages.stream().flatMap(List::stream).toList();
      };
    }

    @Override
    public Found<String> create(Identity identity, String spec) {
      try {
        return edge.create(
            switch (mutant) {
              case TOKEN_REUSED_AFTER_GENERATION -> withToken(identity, identity.key().toString());
              case FRESH_TOKEN_PER_TRY -> withToken(identity, "try-" + tries++);
              default -> identity;
            },
            spec);
      } catch (CallFailed failed) {
        if (mutant == CONFLICT_IS_SUCCESS && failed.failure.meaning() == AwsFailure.CONFLICT) {
          return new Found<>(identity.name(), "there", null);
        }
        throw failed;
      }
    }

    @Override
    public Deletion delete(Found<String> found) {
      return edge.delete(found);
    }

    private static Identity withToken(Identity identity, String token) {
      return new Identity(
          identity.key(),
          identity.organizationId(),
          identity.generation(),
          token,
          identity.name(),
          identity.tags());
    }
  }
}
