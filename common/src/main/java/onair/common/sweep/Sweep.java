package onair.common.sweep;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onair.common.aws.AwsTrouble;
import onair.common.aws.DeploymentProperties;
import onair.common.event.Announcer;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.InventoryScope;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Wakes;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Lists everything there is, kind by kind, and has {@link OrphanBook} write down what belongs to
 * nobody. A kind that cannot be listed does not keep the others from it.
 */
final class Sweep implements Reconciler {

  static final String NAME = "sweep";

  private static final String OWNER = "sweep";

  private final List<ExternalResource<?, ?>> edges;
  private final OrphanBook book;
  private final DeploymentProperties deployment;
  private final Duration every;
  private final InstantSource clock;

  Sweep(
      List<ExternalResource<?, ?>> edges,
      OrphanBook book,
      DeploymentProperties deployment,
      SweepProperties properties,
      InstantSource clock) {
    this.edges = List.copyOf(edges);
    this.book = book;
    this.deployment = deployment;
    this.every = properties.every();
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    var troubles = new ArrayList<String>();
    for (ExternalResource<?, ?> edge : edges) {
      try {
        sweep(edge, lease);
      } catch (SdkException failure) {
        troubles.add(edge.kind() + ": " + AwsTrouble.of(failure).words());
      }
    }
    book.tidy(lease, clock.instant());
    return troubles.isEmpty()
        ? new Outcome.Settled(every)
        : new Outcome.Failed(String.join("; ", troubles), every);
  }

  /** Rows are read for what was listed, and so after it. */
  private <O> void sweep(ExternalResource<?, O> edge, Lease lease) {
    var scope = new InventoryScope(deployment.deployment(), book.knownIds(edge.kind()));
    List<Sighting> sightings =
        edge.inventory(scope).stream()
            .filter(listed -> !scope.knows(listed.found().physicalId()))
            .flatMap(listed -> Sighting.of(edge, listed).map(Stream::of).orElseGet(Stream::empty))
            .toList();
    book.write(lease, edge.kind(), sightings, clock.instant());
  }

  /** Has it begin when the service does. */
  static Announcer announcer(Wakes wakes, TransactionTemplate transactions) {
    return new Announcer(() -> wakes.wake(NAME, OWNER), transactions);
  }
}
