package onair.channel.packaging;

import onair.common.reconcile.Wakes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hears of origins that nobody made ahead, and has them told. */
public final class OriginSightings {

  private final OriginStore store;
  private final Wakes wakes;
  private final TransactionTemplate transactions;
  private volatile @Nullable String packageV1;

  public OriginSightings(JdbcClient jdbc, Wakes wakes, TransactionTemplate transactions) {
    this.store = new OriginStore(jdbc);
    this.wakes = wakes;
    this.transactions = transactions;
  }

  /**
   * A MediaPackage v1 endpoint is there.
   *
   * @param host that serves it
   */
  public void packageV1(String host) {
    if (host.equals(packageV1)) {
      return;
    }
    transactions.executeWithoutResult(
        status -> {
          var known = store.lock(PackageV1Origin.ID).orElse(new OriginStore.Known(0, null, true));
          if (!host.equals(known.domain())) {
            store.sighted(PackageV1Origin.ID, known.version(), host);
            wakes.wake(PackageV1Origin.ID, PackageV1Origin.ID);
          }
        });
    packageV1 = host;
  }
}
