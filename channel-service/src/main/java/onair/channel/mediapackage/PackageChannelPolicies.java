package onair.channel.mediapackage;

import static onair.channel.mediapackage.Lookup.byName;

import java.util.List;
import java.util.Optional;
import onair.channel.parts.ObservedPolicy;
import onair.channel.parts.PackageChannelId;
import onair.common.aws.Difference;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

/**
 * Who may write to a packaging channel. A policy has no id, tags or token of its own: it is put
 * whole, and known by what it is attached to. Physical id: {@code group/channel}.
 */
final class PackageChannelPolicies implements ExternalResource<PackageChannelId, ObservedPolicy> {

  private final MediaPackageV2Client client;
  private final PackageNames names;
  private final PackagePolicies policies;

  /**
   * @param group name of the packaging group all channels live in
   */
  PackageChannelPolicies(MediaPackageV2Client client, String group, PackagePolicies policies) {
    this.client = client;
    this.names = new PackageNames(group);
    this.policies = policies;
  }

  @Override
  public String kind() {
    return "mediapackage-channel-policy";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedPolicy>> observe(String physicalId) {
    PackageChannelId id = PackageChannelId.parse(physicalId);
    return byName(
            () ->
                client.getChannelPolicy(
                    request -> request.channelGroupName(id.group()).channelName(id.channel())))
        .map(policy -> found(id));
  }

  @Override
  public List<Found<ObservedPolicy>> find(Identity identity) {
    return observe(names.channel(identity).toString()).stream().toList();
  }

  @Override
  public Found<ObservedPolicy> create(Identity identity, PackageChannelId id) {
    client.putChannelPolicy(
        request ->
            request
                .channelGroupName(id.group())
                .channelName(id.channel())
                .policy(policies.channelPolicy(id)));
    return found(id);
  }

  @Override
  public List<Difference> differences(Identity identity, PackageChannelId id, String physicalId) {
    return byName(
            () ->
                client.getChannelPolicy(
                    request -> request.channelGroupName(id.group()).channelName(id.channel())))
        .map(found -> PackagePolicies.differences(policies.channelPolicy(id), found.policy()))
        .orElse(List.of());
  }

  @Override
  public boolean repair(Identity identity, PackageChannelId id, String physicalId) {
    create(identity, id);
    return true;
  }

  @Override
  public Deletion delete(Found<ObservedPolicy> found) {
    PackageChannelId id = PackageChannelId.parse(found.physicalId());
    client.deleteChannelPolicy(
        request -> request.channelGroupName(id.group()).channelName(id.channel()));
    return new Deletion.Requested();
  }

  private static Found<ObservedPolicy> found(PackageChannelId id) {
    return new Found<>(id.toString(), new ObservedPolicy(id.toString()), null);
  }
}
