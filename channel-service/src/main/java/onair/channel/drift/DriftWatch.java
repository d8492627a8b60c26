package onair.channel.drift;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import onair.channel.drift.Drift.Status;
import onair.common.aws.AwsTrouble;
import onair.common.aws.Difference;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Lease;
import onair.common.reconcile.ResourceKey;
import onair.common.reconcile.Resources;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Compares resources with what was asked for, repairs what is to be repaired and writes down the
 * rest. That AWS cannot be asked now changes nothing: the next look compares again.
 */
public final class DriftWatch {

  private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);

  private final Resources resources;
  private final DriftStore store;
  private final DriftEvents events;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  DriftWatch(
      Resources resources,
      DriftStore store,
      DriftEvents events,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.resources = resources;
    this.store = store;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Whether anything of an owner waits to be repaired, and so for a look at all of it. */
  public boolean repairs(String owner) {
    return store.repairs(owner);
  }

  /** Nothing of the owner is left, and so nothing of it drifts. */
  public void forget(Lease lease) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          store.forget(lease.owner());
        });
  }

  /**
   * Compares one resource that is there. Makes calls to AWS; never inside a transaction.
   *
   * @param organizationId who pays for it
   */
  public <S> void compare(
      Lease lease,
      ResourceKey key,
      String organizationId,
      ExternalResource<S, ?> edge,
      String physicalId,
      S spec) {
    try {
      List<Difference> differences = resources.differences(key, edge, spec);
      String hindrance = null;
      if (!differences.isEmpty() && isToBeRepaired(key)) {
        hindrance = repair(key, edge, spec);
        differences = resources.differences(key, edge, spec);
      }
      write(lease, new Look(key, organizationId, physicalId, differences, hindrance));
    } catch (SdkException failure) {
      LOG.debug("{} cannot be compared now", key, failure);
    }
  }

  private boolean isToBeRepaired(ResourceKey key) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status ->
                store.presentOf(key).stream()
                    .anyMatch(drift -> drift.status() == Status.REPAIRING)));
  }

  /** Why it could not be repaired; null when it was. */
  private <S> @Nullable String repair(ResourceKey key, ExternalResource<S, ?> edge, S spec) {
    try {
      return resources.repair(key, edge, spec)
          ? null
          : "This cannot be changed in AWS; it is as wanted when it is made anew.";
    } catch (SdkException failure) {
      return AwsTrouble.of(failure).words();
    }
  }

  private record Look(
      ResourceKey key,
      String organizationId,
      String physicalId,
      List<Difference> differences,
      @Nullable String hindrance) {}

  private void write(Lease lease, Look look) {
    Instant now = Times.now(clock);
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          List<Drift> known = store.presentOf(look.key());
          Map<String, Difference> differing =
              look.differences().stream()
                  .collect(
                      Collectors.toMap(
                          Difference::field, Function.identity(), (first, second) -> first));
          for (Drift drift : known) {
            Difference still = differing.remove(drift.difference().field());
            update(drift, after(drift, still, look.hindrance(), now));
          }
          differing.values().forEach(difference -> find(look, difference, now));
        });
  }

  private static Drift after(
      Drift drift, @Nullable Difference still, @Nullable String hindrance, Instant now) {
    boolean repairing = drift.status() == Status.REPAIRING;
    if (still == null) {
      return drift.is(repairing ? Status.REPAIRED : Status.CLEARED, null, now);
    }
    Drift seen = drift.seen(still, now);
    return repairing && hindrance != null && !hindrance.equals(drift.reason())
        ? seen.is(Status.REPAIRING, hindrance, now)
        : seen;
  }

  private void update(Drift before, Drift after) {
    if (after.equals(before)) {
      return;
    }
    store.save(after);
    if (!after.status().present()) {
      events.ended(after);
    } else if (after.status() == Status.OPEN && before.status() == Status.ADOPTED) {
      events.detected(after);
    }
  }

  private void find(Look look, Difference difference, Instant now) {
    LOG.warn(
        "{}: {} of {} is {}, not {}",
        look.key(),
        difference.field(),
        look.physicalId(),
        difference.found(),
        difference.wanted());
    Drift drift =
        Drift.found(look.organizationId(), look.key(), look.physicalId(), difference, now);
    store.save(drift);
    events.detected(drift);
  }
}
