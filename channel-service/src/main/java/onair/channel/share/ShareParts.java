package onair.channel.share;

import java.time.Duration;
import java.util.Optional;
import onair.channel.parts.EntitlementSpec;
import onair.channel.parts.Entitlements;
import onair.channel.parts.FlowOutputSpec;
import onair.channel.parts.FlowOutputs;
import onair.channel.parts.ObservedEntitlement;
import onair.channel.parts.ObservedFlowOutput;
import onair.channel.parts.ObservedSecret;
import onair.channel.parts.SecretSpec;
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
 * What a share is made of in AWS: an output or an entitlement of the channel's flow, and the secret
 * that goes with it.
 *
 * @param latency how long lost packets can be asked for again
 */
record ShareParts(
    Resources resources,
    ExternalResource<SecretSpec, ObservedSecret> secrets,
    FlowOutputs outputs,
    Entitlements entitlements,
    Duration latency) {

  /** What came of making it. */
  sealed interface Made {

    /** The reconciler returns this outcome. */
    record NotYet(Outcome outcome) implements Made {}

    /**
     * It is there.
     *
     * @param address as in {@link Share#address()}
     * @param connected whether AWS sees somebody receive
     */
    record There(@Nullable String address, boolean connected) implements Made {}
  }

  Made present(Share share, String flow, Lease lease) {
    Grant grant = share.grant();
    if (grant != null && !grant.encrypted()) {
      return granted(share, flow, grant, null, lease);
    }
    Ensured<ObservedSecret> secret =
        resources.ensurePresent(
            lease,
            key(share, secrets),
            share.organizationId(),
            secrets,
            new SecretSpec(share.passphrase().value()));
    return switch (secret) {
      case Ensured.NotYet<ObservedSecret>(Outcome outcome) -> new Made.NotYet(outcome);
      case Ensured.Ready<ObservedSecret>(Found<ObservedSecret> found) ->
          grant == null
              ? passedOn(share, flow, found.observed().arn(), lease)
              : granted(share, flow, grant, found.observed().arn(), lease);
    };
  }

  private Made passedOn(Share share, String flow, String secretArn, Lease lease) {
    var own = outputs.of(Optional.of(flow));
    int port = Optional.ofNullable(share.port()).orElseThrow();
    var spec = new FlowOutputSpec(flow, port, share.allowedCidrs(), secretArn, latency);
    return switch (resources.ensurePresent(
        lease, key(share, own), share.organizationId(), own, spec)) {
      case Ensured.NotYet<ObservedFlowOutput>(Outcome outcome) -> new Made.NotYet(outcome);
      case Ensured.Ready<ObservedFlowOutput>(Found<ObservedFlowOutput> found) ->
          new Made.There(found.observed().address(), found.observed().peer() != null);
    };
  }

  private Made granted(
      Share share, String flow, Grant grant, @Nullable String secretArn, Lease lease) {
    var own = entitlements.of(Optional.of(flow));
    var spec = new EntitlementSpec(flow, grant.subscribers(), grant.feePercent(), secretArn);
    return switch (resources.ensurePresent(
        lease, key(share, own), share.organizationId(), own, spec)) {
      case Ensured.NotYet<ObservedEntitlement>(Outcome outcome) -> new Made.NotYet(outcome);
      case Ensured.Ready<ObservedEntitlement>(Found<ObservedEntitlement> found) ->
          new Made.There(found.observed().arn(), false);
    };
  }

  /**
   * Takes it away, what reads the secret before the secret.
   *
   * @return what is to be waited for; absent when nothing is left
   */
  @Nullable Outcome absent(Share share, Optional<String> flow, Lease lease) {
    Outcome left =
        share.grant() == null
            ? absent(share, outputs.of(flow), lease)
            : absent(share, entitlements.of(flow), lease);
    return left == null ? absent(share, secrets, lease) : left;
  }

  private @Nullable Outcome absent(Share share, ExternalResource<?, ?> edge, Lease lease) {
    return resources.ensureAbsent(lease, key(share, edge), edge)
            instanceof Removed.NotYet(Outcome outcome)
        ? outcome
        : null;
  }

  private static ResourceKey key(Share share, ExternalResource<?, ?> edge) {
    return new ResourceKey(share.id(), edge.kind());
  }
}
