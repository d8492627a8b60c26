package onair.channel.mediaconnect;

import java.util.List;
import java.util.Optional;
import onair.channel.parts.EntitlementSpec;
import onair.channel.parts.ObservedEntitlement;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.Entitlement;
import software.amazon.awssdk.services.mediaconnect.model.Flow;

/**
 * Entitlements of one flow. Their names are unique within it, and they go with it. Physical id: see
 * {@link PartOfFlow}.
 *
 * @param flowArn the flow an entitlement is looked for in; empty when there is none
 */
record MediaConnectEntitlements(
    MediaConnectClient client, FlowShapes shapes, Optional<String> flowArn)
    implements ExternalResource<EntitlementSpec, ObservedEntitlement> {

  @Override
  public String kind() {
    return "mediaconnect-entitlement";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedEntitlement>> observe(String physicalId) {
    PartOfFlow entitlement = PartOfFlow.parse(physicalId);
    return flow(entitlement.flowArn())
        .flatMap(
            there ->
                there.entitlements().stream()
                    .filter(candidate -> entitlement.partArn().equals(candidate.entitlementArn()))
                    .findFirst()
                    .map(found -> found(there.flowArn(), found)));
  }

  @Override
  public List<Found<ObservedEntitlement>> find(Identity identity) {
    String name = FlowShapes.name(identity);
    return flowArn
        .flatMap(this::flow)
        .map(
            there ->
                there.entitlements().stream()
                    .filter(entitlement -> name.equals(entitlement.name()))
                    .map(entitlement -> found(there.flowArn(), entitlement))
                    .toList())
        .orElse(List.of());
  }

  private Optional<Flow> flow(String arn) {
    return Lookup.byArn(() -> client.describeFlow(request -> request.flowArn(arn)).flow());
  }

  @Override
  public Found<ObservedEntitlement> create(Identity identity, EntitlementSpec spec) {
    var granted = client.grantFlowEntitlements(shapes.grant(identity, spec));
    String name = FlowShapes.name(identity);
    return granted.entitlements().stream()
        .filter(candidate -> name.equals(candidate.name()))
        .findFirst()
        .map(entitlement -> found(spec.flowArn(), entitlement))
        .orElseThrow(() -> new IllegalStateException("AWS answered without the entitlement"));
  }

  @Override
  public Deletion delete(Found<ObservedEntitlement> found) {
    PartOfFlow entitlement = PartOfFlow.parse(found.physicalId());
    return PartOfFlow.delete(
        () ->
            client.revokeFlowEntitlement(
                request ->
                    request.flowArn(entitlement.flowArn()).entitlementArn(entitlement.partArn())));
  }

  private static Found<ObservedEntitlement> found(String flowArn, Entitlement entitlement) {
    return new Found<>(
        new PartOfFlow(flowArn, entitlement.entitlementArn()).physicalId(),
        new ObservedEntitlement(entitlement.entitlementArn()),
        null);
  }
}
