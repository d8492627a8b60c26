package onair.vod.s3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.vod.storage.Buckets;
import onair.vod.storage.ObservedBucket;
import onair.vod.storage.VodBucket;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * The one bucket. Its name is its id; tags come with the create, the other settings are compared
 * each time it is looked at. It is never deleted: it holds what users gave us.
 */
final class S3Buckets implements Buckets {

  private static final String TAGS = "tags";
  private static final String PUBLIC_ACCESS = "public access";
  private static final String POLICY = "policy";
  private static final String CORS = "cors";
  private static final String LIFECYCLE = "lifecycle";

  /** Where a bucket needs no location. */
  private static final String FIRST_REGION = "us-east-1";

  private final S3Client client;
  private final VodBucket bucket;
  private final String deployment;

  S3Buckets(S3Client client, VodBucket bucket, String deployment) {
    this.client = client;
    this.bucket = bucket;
    this.deployment = deployment;
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
  public Optional<Found<ObservedBucket>> observe(String physicalId) {
    return unlessMissing(
            () ->
                client.headBucket(
                    request -> request.bucket(physicalId).expectedBucketOwner(bucket.accountId())))
        .map(there -> new Found<>(physicalId, new ObservedBucket(physicalId, differences()), null));
  }

  @Override
  public List<Found<ObservedBucket>> find(Identity identity) {
    return observe(bucket.name()).stream().toList();
  }

  @Override
  public Found<ObservedBucket> create(Identity identity, VodBucket spec) {
    client.createBucket(
        request ->
            request
                .bucket(spec.name())
                .createBucketConfiguration(
                    with -> {
                      with.tags(tags(identity.tags()));
                      if (!spec.region().equals(FIRST_REGION)) {
                        with.locationConstraint(BucketLocationConstraint.fromValue(spec.region()));
                      }
                    }));
    return new Found<>(
        spec.name(),
        new ObservedBucket(spec.name(), List.of(PUBLIC_ACCESS, POLICY, CORS, LIFECYCLE)),
        null);
  }

  @Override
  public Deletion delete(Found<ObservedBucket> found) {
    throw new IllegalStateException("the bucket holds what users gave us and is kept");
  }

  /** Nobody may read it before public access is blocked, so that comes first. */
  @Override
  public void putRight(ObservedBucket observed) {
    String name = observed.name();
    for (String difference : observed.differences()) {
      switch (difference) {
        case PUBLIC_ACCESS ->
            client.putPublicAccessBlock(
                request ->
                    request
                        .bucket(name)
                        .publicAccessBlockConfiguration(BucketSettings.publicAccessBlock()));
        case POLICY ->
            client.putBucketPolicy(
                request -> request.bucket(name).policy(BucketSettings.policy(bucket)));
        case CORS ->
            client.putBucketCors(
                request -> request.bucket(name).corsConfiguration(BucketSettings.cors(bucket)));
        case LIFECYCLE ->
            client.putBucketLifecycleConfiguration(
                request -> request.bucket(name).lifecycleConfiguration(BucketSettings.lifecycle()));
        case TAGS -> {
          var tags = new LinkedHashMap<>(readTags());
          tags.put(Identity.DEPLOYMENT_TAG, deployment);
          client.putBucketTagging(
              request -> request.bucket(name).tagging(set -> set.tagSet(tags(tags))));
        }
        default -> throw new IllegalArgumentException("no such setting: " + difference);
      }
    }
  }

  private List<String> differences() {
    List<String> different = new ArrayList<>();
    String name = bucket.name();
    unless(
        different,
        PUBLIC_ACCESS,
        unlessMissing(() -> client.getPublicAccessBlock(request -> request.bucket(name)))
            .filter(
                read ->
                    read.publicAccessBlockConfiguration()
                        .equals(BucketSettings.publicAccessBlock())));
    unless(
        different,
        POLICY,
        unlessMissing(() -> client.getBucketPolicy(request -> request.bucket(name)))
            .filter(
                read -> BucketSettings.samePolicy(read.policy(), BucketSettings.policy(bucket))));
    unless(
        different,
        CORS,
        unlessMissing(() -> client.getBucketCors(request -> request.bucket(name)))
            .filter(read -> read.corsRules().equals(BucketSettings.cors(bucket).corsRules())));
    unless(
        different,
        LIFECYCLE,
        unlessMissing(() -> client.getBucketLifecycleConfiguration(request -> request.bucket(name)))
            .filter(read -> read.rules().equals(BucketSettings.lifecycle().rules())));
    unless(
        different,
        TAGS,
        Optional.ofNullable(readTags().get(Identity.DEPLOYMENT_TAG)).map(this::requireOurs));
    return different;
  }

  /** Two installations in one bucket would remove each other's uploads. */
  private String requireOurs(String owner) {
    if (!owner.equals(deployment)) {
      throw new IllegalStateException(
          "the bucket %s belongs to the installation %s".formatted(bucket.name(), owner));
    }
    return owner;
  }

  private Map<String, String> readTags() {
    var tags = new LinkedHashMap<String, String>();
    unlessMissing(() -> client.getBucketTagging(request -> request.bucket(bucket.name())))
        .ifPresent(read -> read.tagSet().forEach(tag -> tags.put(tag.key(), tag.value())));
    return tags;
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private static void unless(List<String> different, String name, Optional<?> asWanted) {
    if (asWanted.isEmpty()) {
      different.add(name);
    }
  }

  private static <T> Optional<T> unlessMissing(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (S3Exception failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
