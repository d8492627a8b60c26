package onair.awslocal.cloudfront;

import java.time.Instant;
import software.amazon.awssdk.services.cloudfront.model.CachePolicy;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;

/** A cache policy as it is kept. */
record CachePolicyRow(
    String id, String accountId, String etag, Instant changedAt, CachePolicyConfig config)
    implements PolicyRow<CachePolicyConfig, CachePolicyRow> {

  @Override
  public String name() {
    return config.name();
  }

  CachePolicy toModel() {
    return CachePolicy.builder()
        .id(id)
        .lastModifiedTime(changedAt)
        .cachePolicyConfig(config)
        .build();
  }

  @Override
  public CachePolicyRow changed(CachePolicyConfig other, String version, Instant now) {
    return new CachePolicyRow(id, accountId, version, now, other);
  }
}
