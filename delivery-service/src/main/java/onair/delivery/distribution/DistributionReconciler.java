package onair.delivery.distribution;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Removed;
import onair.common.reconcile.ResourceKey;
import onair.common.reconcile.ResourceRow;
import onair.common.reconcile.Resources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes CloudFront agree with what is wanted of the shared distribution: first the access controls
 * and the cache policy, then the distribution with its origins; taken down in the reverse order.
 * Every run starts from what there is.
 */
final class DistributionReconciler implements Reconciler {

  static final String NAME = "distribution";

  /** There is one distribution per installation. */
  static final String OWNER = "distribution:default";

  private static final Logger LOG = LoggerFactory.getLogger(DistributionReconciler.class);

  /** Paid for by the installation and not by one organization. */
  private static final String SHARED = "shared";

  private final Resources resources;
  private final Edges edges;
  private final DistributionLedger ledger;
  private final DistributionProperties properties;

  /** What is made in AWS. */
  record Edges(
      AccessControls accessControls,
      CachePolicies cachePolicies,
      String deployment,
      Distributions distributions) {

    AccessControl accessControl(Signing signing) {
      return AccessControl.of(deployment, signing);
    }

    ExternalResource<AccessControl, ObservedAccessControl> accessControls(Signing signing) {
      return accessControls.of(accessControl(signing));
    }

    ResourceKey accessControlKey(Signing signing) {
      return new ResourceKey(OWNER, accessControls(signing).kind());
    }

    CachePolicy manifests() {
      return CachePolicy.manifests(deployment);
    }

    ResourceKey cachePolicyKey() {
      return new ResourceKey(OWNER, cachePolicies.kind());
    }

    ResourceKey distributionKey() {
      return new ResourceKey(OWNER, distributions.kind());
    }
  }

  DistributionReconciler(
      Resources resources,
      Edges edges,
      DistributionLedger ledger,
      DistributionProperties properties) {
    this.resources = resources;
    this.edges = edges;
    this.ledger = ledger;
    this.properties = properties;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    if (!owner.equals(OWNER)) {
      return new Outcome.Blocked("there is no such distribution");
    }
    return switch (properties.distribution()) {
      case PRESENT -> present(lease);
      case ABSENT -> absent(lease);
    };
  }

  private Outcome present(Lease lease) {
    List<MediaOrigin> origins = ledger.origins();
    if (origins.isEmpty()) {
      return ledger.waitingForOrigin(lease);
    }
    Map<Signing, String> accessControlIds = new EnumMap<>(Signing.class);
    for (Signing signing : signings(origins)) {
      switch (accessControl(lease, signing)) {
        case Ensured.NotYet<ObservedAccessControl>(Outcome outcome) -> {
          return ledger.unseen(lease, outcome, recordedId());
        }
        case Ensured.Ready<ObservedAccessControl>(Found<ObservedAccessControl> found) ->
            accessControlIds.put(signing, found.physicalId());
      }
    }
    return then(
        lease,
        cachePolicy(lease),
        policy -> withPolicies(lease, origins, accessControlIds, policy.physicalId()));
  }

  private static Set<Signing> signings(List<MediaOrigin> origins) {
    return origins.stream()
        .flatMap(origin -> origin.kind().signing().stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Signing.class)));
  }

  private Ensured<ObservedAccessControl> accessControl(Lease lease, Signing signing) {
    return resources.ensurePresent(
        lease,
        edges.accessControlKey(signing),
        SHARED,
        edges.accessControls(signing),
        edges.accessControl(signing));
  }

  private Ensured<ObservedCachePolicy> cachePolicy(Lease lease) {
    CachePolicy wanted = edges.manifests();
    Ensured<ObservedCachePolicy> ensured =
        resources.ensurePresent(
            lease, edges.cachePolicyKey(), SHARED, edges.cachePolicies(), wanted);
    return switch (ensured) {
      case Ensured.Ready<ObservedCachePolicy>(Found<ObservedCachePolicy> found)
          when !found.observed().asWanted() -> {
        LOG.info("Updating cache policy {}", found.physicalId());
        yield new Ensured.Ready<>(edges.cachePolicies().update(found, wanted));
      }
      case Ensured.Ready<ObservedCachePolicy> ready -> ready;
      case Ensured.NotYet<ObservedCachePolicy> notYet -> notYet;
    };
  }

  private Outcome withPolicies(
      Lease lease,
      List<MediaOrigin> origins,
      Map<Signing, String> accessControlIds,
      String manifestPolicyId) {
    DistributionLayout wanted =
        DistributionLayout.of(origins, accessControlIds, manifestPolicyId, properties.priceClass());
    return then(
        lease,
        resources.ensurePresent(
            lease, edges.distributionKey(), SHARED, edges.distributions(), wanted),
        found -> kept(lease, converge(found, wanted)));
  }

  private Found<ObservedDistribution> converge(
      Found<ObservedDistribution> found, DistributionLayout wanted) {
    return switch (DistributionDiff.between(wanted, found.observed().layout())) {
      case DistributionDiff.Change.None ignored -> found;
      case DistributionDiff.Change.Update(List<String> differences) -> {
        LOG.info("Updating distribution {}: {}", found.physicalId(), differences);
        yield edges.distributions().update(found, wanted);
      }
    };
  }

  private Outcome kept(Lease lease, Found<ObservedDistribution> found) {
    ledger.there(lease, found);
    return found.observed().deployed()
        ? new Outcome.Settled(properties.recheck())
        : new Outcome.Waiting("CloudFront is deploying it", properties.deployPoll());
  }

  private Outcome absent(Lease lease) {
    if (resources.ensureAbsent(lease, edges.distributionKey(), edges.distributions())
        instanceof Removed.NotYet(Outcome outcome)) {
      return ledger.removing(lease, outcome);
    }
    for (Signing signing : Signing.values()) {
      if (resources.ensureAbsent(
              lease, edges.accessControlKey(signing), edges.accessControls(signing))
          instanceof Removed.NotYet(Outcome outcome)) {
        return ledger.removing(lease, outcome);
      }
    }
    if (resources.ensureAbsent(lease, edges.cachePolicyKey(), edges.cachePolicies())
        instanceof Removed.NotYet(Outcome outcome)) {
      return ledger.removing(lease, outcome);
    }
    ledger.removed(lease);
    return new Outcome.Settled(properties.recheck());
  }

  private <O> Outcome then(Lease lease, Ensured<O> ensured, Function<Found<O>, Outcome> next) {
    return switch (ensured) {
      case Ensured.Ready<O>(Found<O> found) -> next.apply(found);
      case Ensured.NotYet<O>(Outcome outcome) -> ledger.unseen(lease, outcome, recordedId());
    };
  }

  /** The id of the distribution that is there as far as we know, and stays. */
  private Optional<String> recordedId() {
    return resources.of(OWNER).stream()
        .filter(row -> row.key().equals(edges.distributionKey()))
        .filter(row -> row.removal() == ResourceRow.Removal.NONE)
        .flatMap(row -> Stream.ofNullable(row.physicalId()))
        .findFirst();
  }
}
