package onair.awslocal.cloudfront;

import java.time.Instant;
import software.amazon.awssdk.services.cloudfront.model.CachePolicy;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;

/** A customer's cache policy as it is kept. */
record CachePolicyRow(
    String id, String accountId, String etag, Instant changedAt, CachePolicyConfig config) {

  CachePolicy toModel() {
    return CachePolicy.builder()
        .id(id)
        .lastModifiedTime(changedAt)
        .cachePolicyConfig(config)
        .build();
  }
}
