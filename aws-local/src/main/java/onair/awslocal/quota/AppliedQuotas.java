package onair.awslocal.quota;

import java.util.Optional;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;

/**
 * The quotas as they apply to each account and Region. One that was set always holds; AWS's default
 * holds for the others when defaults are switched on. Safe for any number of threads.
 */
public final class AppliedQuotas {

  /** A value that was set. */
  private record Row(Scope scope, Quota quota, double value) {}

  private final Table<Row> rows;
  private final boolean defaults;

  /**
   * @param defaults whether AWS's default values limit what was not set
   */
  public AppliedQuotas(StateStore store, boolean defaults) {
    this.rows = store.table("quotas", Codecs.json(Row.class));
    this.defaults = defaults;
  }

  /**
   * How many there may be; {@link Long#MAX_VALUE} when nothing limits them.
   *
   * @param scope whose
   */
  public long limit(Scope scope, Quota quota) {
    return set(scope, quota)
        .map(Double::longValue)
        .orElse(defaults ? (long) quota.standard() : Long.MAX_VALUE);
  }

  /** What Service Quotas tells: the value that was set, else AWS's default. */
  public double value(Scope scope, Quota quota) {
    return set(scope, quota).orElse((double) quota.standard());
  }

  /** The value that was set, if one was. */
  public Optional<Double> set(Scope scope, Quota quota) {
    return rows.get(key(scope, quota)).map(Row::value);
  }

  /**
   * Sets one for an account and Region; it holds at once and is on disk.
   *
   * @param value zero or more; zero allows none
   */
  public void set(Scope scope, Quota quota, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("A quota cannot be " + value);
    }
    rows.put(key(scope, quota), new Row(scope, quota, value));
  }

  /** Back to AWS's default; one that was not set is no error. */
  public void reset(Scope scope, Quota quota) {
    rows.remove(key(scope, quota));
  }

  private static String key(Scope scope, Quota quota) {
    return scope.key(quota.service() + "/" + quota.code());
  }
}
