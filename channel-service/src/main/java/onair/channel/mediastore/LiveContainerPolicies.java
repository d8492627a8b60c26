package onair.channel.mediastore;

import static onair.channel.mediastore.Lookup.byName;

import java.util.List;
import java.util.Optional;
import onair.channel.packaging.ObservedStorePolicy;
import onair.channel.packaging.SharedStore;
import onair.channel.packaging.StorePolicy;
import onair.common.aws.AwsProperties;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.mediastore.MediaStoreClient;

/** Who may read the container's objects. Put whole; physical id: the container's name. */
final class LiveContainerPolicies implements ExternalResource<SharedStore, ObservedStorePolicy> {

  private final MediaStoreClient client;
  private final SharedStore container;
  private final AwsProperties aws;

  LiveContainerPolicies(MediaStoreClient client, SharedStore container, AwsProperties aws) {
    this.client = client;
    this.container = container;
    this.aws = aws;
  }

  @Override
  public String kind() {
    return "mediastore-container-policy";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedStorePolicy>> observe(String physicalId) {
    return byName(() -> client.getContainerPolicy(request -> request.containerName(physicalId)))
        .map(policy -> found(physicalId));
  }

  @Override
  public List<Found<ObservedStorePolicy>> find(Identity identity) {
    return observe(container.name()).stream().toList();
  }

  @Override
  public Found<ObservedStorePolicy> create(Identity identity, SharedStore spec) {
    String resource =
        "arn:aws:mediastore:%s:%s:container/%s/%s/*"
            .formatted(aws.region(), aws.accountId(), spec.name(), spec.folder());
    String policy = StorePolicy.ownCdnReads("mediastore:GetObject", resource, aws.accountId());
    client.putContainerPolicy(request -> request.containerName(spec.name()).policy(policy));
    return found(spec.name());
  }

  @Override
  public Deletion delete(Found<ObservedStorePolicy> found) {
    client.deleteContainerPolicy(request -> request.containerName(found.physicalId()));
    return new Deletion.Requested();
  }

  private static Found<ObservedStorePolicy> found(String name) {
    return new Found<>(name, new ObservedStorePolicy(name), null);
  }
}
