package onair.channel.live;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onair.channel.drift.DriftWatch;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Removed;
import onair.common.reconcile.ResourceKey;
import onair.common.reconcile.ResourceRow;
import onair.common.reconcile.Resources;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a channel's resources: takes each as far as it goes now and remembers what it is
 * waited for. Where several are waited for, the worst news and the nearest time win.
 */
final class Walk {

  private final Resources resources;
  private final Lease lease;
  private final Channel channel;
  private final DriftWatch drift;
  private boolean comparing;
  private boolean amending;
  private @Nullable Outcome halt;

  Walk(Resources resources, Lease lease, Channel channel, DriftWatch drift) {
    this.resources = resources;
    this.lease = lease;
    this.channel = channel;
    this.drift = drift;
  }

  /** From here on, what is there is compared with what is asked for. */
  void compare() {
    comparing = true;
  }

  /** The resource, or null when it is not there yet. */
  <S, O> @Nullable Found<O> present(ExternalResource<S, O> edge, S spec) {
    Ensured<O> ensured =
        resources.ensurePresent(lease, key(edge), channel.organizationId(), edge, spec);
    return switch (ensured) {
      case Ensured.Ready<O>(Found<O> found) -> {
        if (comparing) {
          drift.compare(lease, key(edge), channel.organizationId(), edge, found.physicalId(), spec);
        }
        yield found;
      }
      case Ensured.NotYet<O>(Outcome outcome) -> {
        waitFor(outcome);
        yield null;
      }
    };
  }

  /** In this, what takes other settings while it serves is told those that are asked for. */
  void amend(Runnable assembling) {
    amending = true;
    try {
      assembling.run();
    } finally {
      amending = false;
    }
  }

  /**
   * Like {@link #present}, of what can be told other settings while it serves; told the same ones
   * again, nothing happens.
   */
  <S, O> @Nullable Found<O> presentAsAsked(ExternalResource<S, O> edge, S spec) {
    Found<O> found = present(edge, spec);
    if (found != null && amending && !resources.repair(key(edge), edge, spec)) {
      throw new IllegalStateException(edge.kind() + " takes no other settings");
    }
    return found;
  }

  /** Whether nothing of the resource is there, for good. */
  boolean absent(ExternalResource<?, ?> edge) {
    return switch (resources.ensureAbsent(lease, key(edge), edge)) {
      case Removed.Final() -> true;
      case Removed.NotYet(Outcome outcome) -> {
        waitFor(outcome);
        yield false;
      }
    };
  }

  /** What is in doubt or under way of these comes to rest, as far as that goes now. */
  void settle(List<ExternalResource<?, ?>> edges) {
    Set<String> moving =
        rows()
            .filter(row -> row.doubtUntil() != null || row.deadlineAt() != null)
            .map(row -> row.key().kind())
            .collect(Collectors.toSet());
    for (ExternalResource<?, ?> edge : edges) {
      // Two ways in may share a kind.
      if (moving.remove(edge.kind())) {
        resources.settle(lease, key(edge), edge).ifPresent(this::waitFor);
      }
    }
  }

  /** Whether an answer was lost so long ago that it can be told what came of it. */
  boolean canTellLost(Instant now) {
    return rows()
        .map(ResourceRow::doubtUntil)
        .anyMatch(doubt -> doubt != null && !doubt.isAfter(now));
  }

  private Stream<ResourceRow> rows() {
    return resources.of(channel.id().value()).stream();
  }

  /** By what AWS knows the resource, as far as was recorded; asks AWS nothing. */
  @Nullable String recordedId(ExternalResource<?, ?> edge) {
    return rows()
        .filter(row -> row.key().kind().equals(edge.kind()))
        .map(ResourceRow::physicalId)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Nothing of the channel is left; what is known of its drift goes with it. */
  void end() {
    drift.forget(lease);
  }

  private ResourceKey key(ExternalResource<?, ?> edge) {
    return new ResourceKey(channel.id().value(), edge.kind());
  }

  void waitFor(Outcome outcome) {
    halt = Outcomes.worse(halt, outcome);
  }

  /** What a pass that cannot go on is waiting for. */
  Outcome due() {
    return halt == null ? new Outcome.Waiting("AWS is asked again", Upkeep.RETRY) : halt;
  }

  /** What the pass is waiting for; null when it went through. */
  @Nullable Outcome halt() {
    return halt;
  }
}
