package onair.common.tenancy;

import onair.common.security.Caller;
import onair.common.security.Callers;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows the current thread sees in the service's database.
 *
 * <p>A request sees those of its caller's organization; one of a service that calls for itself (the
 * scope {@value Caller#INTERNAL} and no organization) sees all. Reconcile runs see all; listeners
 * see those of the event's organization, or all when it is of none. Any other thread sees nothing
 * until it says what it works for, and neither does a visitor without an organization.
 */
public final class Tenancy {

  private static final ScopedValue<String> SAID = ScopedValue.newInstance();

  /** Value of the setting {@code onair.organization} under which all rows are seen. */
  static final String EVERYONE = "*";

  /** Under which none is. */
  static final String NOBODY = "";

  private Tenancy() {}

  /**
   * Does work that is of no single organization: it sees the rows of all of them. What it shows of
   * them to a caller is its own responsibility.
   */
  public static <T extends @Nullable Object, X extends Throwable> T asSystem(
      ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(SAID, EVERYONE).call(work);
  }

  /** {@link #asSystem} for work without a result. */
  public static void runAsSystem(Runnable work) {
    ScopedValue.where(SAID, EVERYONE).run(work);
  }

  /**
   * Does work of one organization, whoever asked for it.
   *
   * @param organizationId {@code org_…}
   * @throws IllegalArgumentException when that is no id
   */
  public static <T extends @Nullable Object, X extends Throwable> T as(
      String organizationId, ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(SAID, one(organizationId)).call(work);
  }

  /** {@link #as} for work without a result. */
  public static void runAs(String organizationId, Runnable work) {
    ScopedValue.where(SAID, one(organizationId)).run(work);
  }

  private static String one(String organizationId) {
    if (organizationId.isBlank() || organizationId.equals(EVERYONE)) {
      throw new IllegalArgumentException("Not the id of an organization: " + organizationId);
    }
    return organizationId;
  }

  /** What PostgreSQL is to be told: an organization's id, {@link #EVERYONE} or {@link #NOBODY}. */
  static String current() {
    return SAID.isBound() ? SAID.get() : Callers.current().map(Tenancy::seenBy).orElse(NOBODY);
  }

  private static String seenBy(Caller caller) {
    if (caller.organizationId().isBlank()) {
      return caller.has(Caller.INTERNAL) ? EVERYONE : NOBODY;
    }
    return caller.organizationId().equals(EVERYONE) ? NOBODY : caller.organizationId();
  }
}
