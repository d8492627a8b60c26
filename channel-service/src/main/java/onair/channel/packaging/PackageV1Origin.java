package onair.channel.packaging;

import java.time.Duration;
import java.util.List;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.Found;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Resources;

/**
 * The host that serves every MediaPackage v1 endpoint of the account. There is nothing to make for
 * it: AWS gives it with the first endpoint.
 */
record PackageV1Origin(OriginStore store) implements SharedOrigin {

  static final String ID = "mediapackage-v1";

  private static final Duration NOTHING_TO_WATCH = Duration.ofDays(1);

  @Override
  public String owner() {
    return ID;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String kind() {
    return "mediapackage";
  }

  @Override
  public List<String> paths() {
    return List.of("/out/v1/*");
  }

  @Override
  public Ensured<String> ensure(Lease lease, Resources resources) {
    return store
        .find(ID)
        .map(OriginStore.Known::domain)
        .<Ensured<String>>map(domain -> new Ensured.Ready<>(new Found<>(ID, domain, null)))
        .orElseGet(() -> new Ensured.NotYet<>(new Outcome.Settled(NOTHING_TO_WATCH)));
  }
}
