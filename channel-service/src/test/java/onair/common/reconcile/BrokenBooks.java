package onair.common.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import onair.common.reconcile.ResourceRow.Removal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows and leases kept wrongly, in one way at a time. */
public final class BrokenBooks {

  /** What is done wrong. */
  public enum Mistake {
    NONE,
    /** The intent is in memory only until the create is answered. */
    RECORD_AFTER_CREATE,
    /** Nothing is waited for after a lost answer. */
    NO_SETTLE,
    /** The row says gone as soon as the delete is asked for. */
    ROW_GONE_BEFORE_RESOURCE,
    /** Whoever was taken over writes on. */
    NO_FENCE
  }

  private final Supplier<Mistake> mistake;
  private final Supplier<JdbcClient> jdbc;

  /**
   * @param mistake asked each time, so that it can change
   */
  public BrokenBooks(Supplier<Mistake> mistake, Supplier<JdbcClient> jdbc) {
    this.mistake = mistake;
    this.jdbc = jdbc;
  }

  /** In the place of the real one; any other bean stays. */
  public Object instead(Object bean) {
    return switch (bean) {
      case ResourceStore store -> new Rows(store, new HashMap<>());
      case Leases leases -> new Fences(leases);
      default -> bean;
    };
  }

  private final class Fences implements Leases {
    private final Leases leases;

    Fences(Leases leases) {
      this.leases = leases;
    }

    @Override
    public Lease take(String owner) {
      return new Lease(owner, leases.take(owner).fence(), this);
    }

    @Override
    public void require(Lease lease) {
      if (mistake.get() != Mistake.NO_FENCE) {
        leases.require(lease);
      }
    }
  }

  private static final class Unfenced implements Leases {
    @Override
    public Lease take(String owner) {
      throw new IllegalStateException("nothing is taken here");
    }

    @Override
    public void require(Lease lease) {
      // Whoever asks may.
    }
  }

  private final class Rows implements ResourceStore {
    private final ResourceStore store;
    private final Map<ResourceKey, ResourceRow> unwritten;

    Rows(ResourceStore store, Map<ResourceKey, ResourceRow> unwritten) {
      this.store = store;
      this.unwritten = unwritten;
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
      switch (mistake.get()) {
        case NONE -> store.save(lease, row);
        case RECORD_AFTER_CREATE -> {
          if (row.create() == Create.UNKNOWN) {
            unwritten.put(row.key(), row);
          } else {
            store.save(lease, row);
          }
        }
        case NO_SETTLE -> store.save(lease, hasty(row));
        case ROW_GONE_BEFORE_RESOURCE ->
            store.save(
                lease,
                row.desired() == Desired.ABSENT && row.removal() != Removal.NONE
                    ? row.edit().none().doubt(null).row()
                    : row);
        case NO_FENCE -> store.save(latest(lease), row);
      }
    }

    private static ResourceRow hasty(ResourceRow row) {
      Instant doubt = row.doubtUntil();
      return doubt == null ? row : row.edit().doubt(doubt.minus(Duration.ofSeconds(90))).row();
    }

    private Lease latest(Lease lease) {
      long fence =
          jdbc.get()
              .sql("select fence from reconcile_lease where owner = :owner")
              .param("owner", lease.owner())
              .query(Long.class)
              .single();
      return new Lease(lease.owner(), fence, new Unfenced());
    }

    @Override
    public void forget(Lease lease) {
      store.forget(mistake.get() == Mistake.NO_FENCE ? latest(lease) : lease);
    }
  }
}
