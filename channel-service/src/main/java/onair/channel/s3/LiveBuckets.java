package onair.channel.s3;

import static onair.channel.s3.Lookup.byName;

import java.util.List;
import java.util.Optional;
import onair.channel.packaging.ObservedStore;
import onair.channel.packaging.SharedStore;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.Tag;

/** The bucket of all channels. Nothing of it is public. Physical id: the name. */
final class LiveBuckets implements ExternalResource<SharedStore, ObservedStore> {

  /** The one region that must not be named. */
  private static final String FIRST_REGION = "us-east-1";

  private final S3Client client;
  private final String region;
  private final SharedStore bucket;

  /**
   * @param bucket the one of this installation, by whose name {@link #find} looks
   */
  LiveBuckets(S3Client client, String region, SharedStore bucket) {
    this.client = client;
    this.region = region;
    this.bucket = bucket;
  }

  @Override
  public String kind() {
    return "s3-bucket";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedStore>> observe(String physicalId) {
    return byName(() -> client.headBucket(request -> request.bucket(physicalId)))
        .map(head -> found(physicalId));
  }

  @Override
  public List<Found<ObservedStore>> find(Identity identity) {
    return observe(bucket.name()).stream().toList();
  }

  @Override
  public Found<ObservedStore> create(Identity identity, SharedStore spec) {
    var configuration = CreateBucketConfiguration.builder().tags(tags(identity));
    if (!region.equals(FIRST_REGION)) {
      configuration.locationConstraint(region);
    }
    client.createBucket(
        request -> request.bucket(spec.name()).createBucketConfiguration(configuration.build()));
    return found(spec.name());
  }

  private static List<Tag> tags(Identity identity) {
    return identity.tags().entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  @Override
  public Deletion delete(Found<ObservedStore> found) {
    client.deleteBucket(request -> request.bucket(found.physicalId()));
    return new Deletion.Requested();
  }

  private Found<ObservedStore> found(String name) {
    return new Found<>(
        name, new ObservedStore(true, name + ".s3." + region + ".amazonaws.com"), null);
  }
}
