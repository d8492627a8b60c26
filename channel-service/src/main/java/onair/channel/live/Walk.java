package onair.channel.live;

import onair.common.reconcile.Ensured;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Removed;
import onair.common.reconcile.ResourceKey;
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
  private @Nullable Outcome halt;

  Walk(Resources resources, Lease lease, Channel channel) {
    this.resources = resources;
    this.lease = lease;
    this.channel = channel;
  }

  /** The resource, or null when it is not there yet. */
  <S, O> @Nullable Found<O> present(ExternalResource<S, O> edge, S spec) {
    Ensured<O> ensured =
        resources.ensurePresent(lease, key(edge), channel.organizationId(), edge, spec);
    return switch (ensured) {
      case Ensured.Ready<O>(Found<O> found) -> found;
      case Ensured.NotYet<O>(Outcome outcome) -> {
        waitFor(outcome);
        yield null;
      }
    };
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

  private ResourceKey key(ExternalResource<?, ?> edge) {
    return new ResourceKey(channel.id().value(), edge.kind());
  }

  void waitFor(Outcome outcome) {
    halt = Outcomes.worse(halt, outcome);
  }

  /** What the pass is waiting for; null when it went through. */
  @Nullable Outcome halt() {
    return halt;
  }
}
