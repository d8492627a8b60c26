package onair.delivery.distribution;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onair.common.reconcile.Found;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.delivery.distribution.Distribution.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes down what a run has seen, so that playback and operators need not ask AWS. An origin
 * counts as served once a version with it was seen deployed, and as long as that distribution is
 * there.
 */
final class DistributionLedger {

  private final DistributionStore store;
  private final TransactionOperations transaction;
  private final Announcements announcements;
  private final InstantSource clock;

  DistributionLedger(
      DistributionStore store,
      TransactionOperations transaction,
      Announcements announcements,
      InstantSource clock) {
    this.store = store;
    this.transaction = transaction;
    this.announcements = announcements;
    this.clock = clock;
  }

  List<MediaOrigin> origins() {
    return store.origins();
  }

  Outcome waitingForOrigin(Lease lease) {
    String reason = "no origin has announced itself yet";
    write(lease, Status.WAITING_FOR_ORIGIN, null, null, Set.of(), reason);
    return new Outcome.Blocked(reason);
  }

  /**
   * The distribution could not be looked at. When it is only AWS that does not answer, what was
   * served before still is.
   *
   * @param recordedId of the distribution that is there as far as we know
   */
  Outcome unseen(Lease lease, Outcome outcome, Optional<String> recordedId) {
    Optional<Distribution> still =
        before()
            .filter(distribution -> recordedId.isPresent())
            .filter(distribution -> recordedId.get().equals(distribution.physicalId()));
    write(
        lease,
        still.map(Distribution::status).orElse(Status.CREATING),
        still.map(Distribution::physicalId).orElse(null),
        still.map(Distribution::domainName).orElse(null),
        still.map(Distribution::served).orElse(Set.of()),
        reason(outcome));
    return outcome;
  }

  void there(Lease lease, Found<ObservedDistribution> found) {
    ObservedDistribution observed = found.observed();
    write(
        lease,
        observed.deployed() ? Status.DEPLOYED : Status.DEPLOYING,
        found.physicalId(),
        observed.domainName(),
        observed.deployed() ? originsOf(observed) : servedBefore(found.physicalId()),
        observed.deployed() ? null : "CloudFront is deploying it");
  }

  Outcome removing(Lease lease, Outcome outcome) {
    write(
        lease,
        Status.REMOVING,
        before().map(Distribution::physicalId).orElse(null),
        before().map(Distribution::domainName).orElse(null),
        Set.of(),
        reason(outcome));
    return outcome;
  }

  void removed(Lease lease) {
    write(lease, Status.REMOVED, null, null, Set.of(), null);
  }

  private Set<String> servedBefore(String physicalId) {
    return before()
        .filter(distribution -> physicalId.equals(distribution.physicalId()))
        .map(Distribution::served)
        .orElse(Set.of());
  }

  private static Set<String> originsOf(ObservedDistribution observed) {
    return observed.layout().enabled()
        ? observed.layout().origins().stream()
            .map(DistributionLayout.Origin::id)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private Optional<Distribution> before() {
    return store.find(DistributionReconciler.OWNER);
  }

  private void write(
      Lease lease,
      Status status,
      @Nullable String physicalId,
      @Nullable String domainName,
      Set<String> served,
      @Nullable String reason) {
    Instant now = clock.instant();
    Distribution distribution =
        new Distribution(
            DistributionReconciler.OWNER, status, physicalId, domainName, served, reason, now, now);
    transaction.executeWithoutResult(
        ignored -> {
          lease.require();
          store.save(distribution);
          announcements.tell(distribution);
        });
  }

  private static @Nullable String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Settled ignored -> null;
      case Outcome.Waiting waiting -> waiting.reason();
      case Outcome.Failed failed -> failed.reason();
      case Outcome.Blocked blocked -> blocked.reason();
    };
  }
}
