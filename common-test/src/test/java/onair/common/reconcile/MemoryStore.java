package onair.common.reconcile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rows and leases in memory, with the promises of the ones in PostgreSQL. */
final class MemoryStore implements ResourceStore, Leases {
  private final Map<String, ResourceRow> rows = new TreeMap<>();
  private final Map<String, Long> fences = new HashMap<>();

  @Override
  public Lease take(String owner) {
    return new Lease(owner, fences.merge(owner, 1L, Long::sum), this);
  }

  @Override
  public void require(Lease lease) {
    if (fences.getOrDefault(lease.owner(), 0L) != lease.fence()) {
      throw new StaleLease(lease);
    }
  }

  @Override
  public Optional<ResourceRow> load(ResourceKey key) {
    return Optional.ofNullable(rows.get(key.toString()));
  }

  @Override
  public List<ResourceRow> of(String owner) {
    return rows.values().stream().filter(row -> row.key().owner().equals(owner)).toList();
  }

  @Override
  public void save(Lease lease, ResourceRow row) {
    lease.require();
    rows.put(row.key().toString(), row);
  }

  @Override
  public void forget(Lease lease) {
    lease.require();
    var own = of(lease.owner());
    if (!own.stream().allMatch(ResourceRow::isFinal)) {
      throw new IllegalStateException(lease.owner() + " is not final");
    }
    own.forEach(row -> rows.remove(row.key().toString()));
  }
}
