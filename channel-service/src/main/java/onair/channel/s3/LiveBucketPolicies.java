package onair.channel.s3;

import static onair.channel.s3.Lookup.byName;

import java.util.List;
import java.util.Optional;
import onair.channel.packaging.ObservedStorePolicy;
import onair.channel.packaging.SharedStore;
import onair.channel.packaging.StorePolicy;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.s3.S3Client;

/** Who may read the bucket's objects. Put whole; physical id: the bucket's name. */
final class LiveBucketPolicies implements ExternalResource<SharedStore, ObservedStorePolicy> {

  private final S3Client client;
  private final SharedStore bucket;
  private final String accountId;

  LiveBucketPolicies(S3Client client, SharedStore bucket, String accountId) {
    this.client = client;
    this.bucket = bucket;
    this.accountId = accountId;
  }

  @Override
  public String kind() {
    return "s3-bucket-policy";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedStorePolicy>> observe(String physicalId) {
    return byName(() -> client.getBucketPolicy(request -> request.bucket(physicalId)))
        .map(policy -> found(physicalId));
  }

  @Override
  public List<Found<ObservedStorePolicy>> find(Identity identity) {
    return observe(bucket.name()).stream().toList();
  }

  @Override
  public Found<ObservedStorePolicy> create(Identity identity, SharedStore spec) {
    String policy =
        StorePolicy.ownCdnReads(
            "s3:GetObject", "arn:aws:s3:::" + spec.name() + "/" + spec.folder() + "/*", accountId);
    client.putBucketPolicy(request -> request.bucket(spec.name()).policy(policy));
    return found(spec.name());
  }

  @Override
  public Deletion delete(Found<ObservedStorePolicy> found) {
    client.deleteBucketPolicy(request -> request.bucket(found.physicalId()));
    return new Deletion.Requested();
  }

  private static Found<ObservedStorePolicy> found(String name) {
    return new Found<>(name, new ObservedStorePolicy(name), null);
  }
}
