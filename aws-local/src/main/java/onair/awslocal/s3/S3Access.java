package onair.awslocal.s3;

import java.util.HashMap;
import java.util.Map;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.policy.AccessRequest;
import onair.awslocal.policy.Decision;
import onair.awslocal.policy.Requester;
import onair.awslocal.policy.ResourcePolicy;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectAnswer;
import onair.awslocal.store.ObjectStore;
import org.jspecify.annotations.Nullable;

/**
 * Reading by those who hold no key of the account: anybody, and the CDN in a distribution's name.
 * The bucket's policy decides. Who may not list the bucket cannot tell a missing object from a
 * forbidden one. Source: Amazon S3 API Reference, "GetObject", permissions.
 */
final class S3Access {

  private final ObjectStore store;
  private final BucketOperations buckets;

  S3Access(ObjectStore store, BucketOperations buckets) {
    this.store = store;
    this.buckets = buckets;
  }

  /** Returns when anybody may read that object, else throws. */
  void requirePublic(String bucket, String key) {
    Bucket there = buckets.require(bucket);
    Requester anybody = Requester.of(null);
    if (!allows(bucket, anybody, Map.of(), "s3:GetObject", "/" + key)) {
      throw S3Failure.accessDenied("Access Denied");
    }
    boolean missing = there.get(key).isEmpty();
    if (missing && !allows(bucket, anybody, Map.of(), "s3:ListBucket", "")) {
      throw S3Failure.accessDenied("Access Denied");
    }
  }

  /** What the bucket's own host answers. */
  OriginResponse answer(String bucket, OriginRequest request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return OriginResponse.refusal(405, "Only GET and HEAD are allowed");
    }
    Bucket there = store.bucket(bucket).orElse(null);
    if (there == null) {
      return OriginResponse.refusal(404, "NoSuchBucket");
    }
    Requester who = Requester.of(request.principal());
    Map<String, String> context = context(request);
    String key = request.path().substring(1);
    if (key.isEmpty() || !allows(bucket, who, context, "s3:GetObject", "/" + key)) {
      return OriginResponse.refusal(403, "AccessDenied");
    }
    return ObjectAnswer.of(there, key, request)
        .orElseGet(
            () ->
                allows(bucket, who, context, "s3:ListBucket", "")
                    ? OriginResponse.refusal(404, "NoSuchKey")
                    : OriginResponse.refusal(403, "AccessDenied"));
  }

  private boolean allows(
      String bucket, Requester who, Map<String, String> context, String action, String below) {
    @Nullable String policy = buckets.settings(bucket).policy();
    return policy != null
        && ResourcePolicy.parse(policy)
                .decide(new AccessRequest(who, action, "arn:aws:s3:::" + bucket + below, context))
            == Decision.ALLOW;
  }

  private static Map<String, String> context(OriginRequest request) {
    Map<String, String> context = new HashMap<>();
    if (request.sourceArn() != null) {
      context.put("aws:SourceArn", request.sourceArn());
    }
    if (!request.sourceAccount().isEmpty()) {
      context.put("aws:SourceAccount", request.sourceAccount());
    }
    return context;
  }
}
