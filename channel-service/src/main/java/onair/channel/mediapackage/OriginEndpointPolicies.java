package onair.channel.mediapackage;

import static onair.channel.mediapackage.Lookup.byName;

import java.util.List;
import java.util.Optional;
import onair.channel.parts.EndpointId;
import onair.channel.parts.ObservedPolicy;
import onair.common.aws.Difference;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

/**
 * Who may read from an origin endpoint; without a policy nobody may. Put whole and known by what it
 * is attached to. Physical id: {@code group/channel/endpoint}.
 */
final class OriginEndpointPolicies implements ExternalResource<EndpointId, ObservedPolicy> {

  private final MediaPackageV2Client client;
  private final PackageNames names;
  private final PackagePolicies policies;

  /**
   * @param group name of the packaging group all channels live in
   */
  OriginEndpointPolicies(MediaPackageV2Client client, String group, PackagePolicies policies) {
    this.client = client;
    this.names = new PackageNames(group);
    this.policies = policies;
  }

  @Override
  public String kind() {
    return "mediapackage-endpoint-policy";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedPolicy>> observe(String physicalId) {
    EndpointId id = EndpointId.parse(physicalId);
    return byName(
            () ->
                client.getOriginEndpointPolicy(
                    request ->
                        request
                            .channelGroupName(id.channel().group())
                            .channelName(id.channel().channel())
                            .originEndpointName(id.endpoint())))
        .map(policy -> found(id));
  }

  @Override
  public List<Found<ObservedPolicy>> find(Identity identity) {
    return observe(names.endpoint(identity).toString()).stream().toList();
  }

  @Override
  public Found<ObservedPolicy> create(Identity identity, EndpointId id) {
    client.putOriginEndpointPolicy(
        request ->
            request
                .channelGroupName(id.channel().group())
                .channelName(id.channel().channel())
                .originEndpointName(id.endpoint())
                .policy(policies.endpointPolicy(id)));
    return found(id);
  }

  @Override
  public List<Difference> differences(Identity identity, EndpointId id, String physicalId) {
    return byName(
            () ->
                client.getOriginEndpointPolicy(
                    request ->
                        request
                            .channelGroupName(id.channel().group())
                            .channelName(id.channel().channel())
                            .originEndpointName(id.endpoint())))
        .map(found -> PackagePolicies.differences(policies.endpointPolicy(id), found.policy()))
        .orElse(List.of());
  }

  @Override
  public boolean repair(Identity identity, EndpointId id, String physicalId) {
    create(identity, id);
    return true;
  }

  @Override
  public Deletion delete(Found<ObservedPolicy> found) {
    EndpointId id = EndpointId.parse(found.physicalId());
    client.deleteOriginEndpointPolicy(
        request ->
            request
                .channelGroupName(id.channel().group())
                .channelName(id.channel().channel())
                .originEndpointName(id.endpoint()));
    return new Deletion.Requested();
  }

  private static Found<ObservedPolicy> found(EndpointId id) {
    return new Found<>(id.toString(), new ObservedPolicy(id.toString()), null);
  }
}
