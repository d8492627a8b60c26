package onair.awslocal.cloudfront;

import java.time.Instant;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicy;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyConfig;

/** An origin request policy as it is kept. */
record OriginRequestPolicyRow(
    String id, String accountId, String etag, Instant changedAt, OriginRequestPolicyConfig config)
    implements PolicyRow<OriginRequestPolicyConfig, OriginRequestPolicyRow> {

  @Override
  public String name() {
    return config.name();
  }

  OriginRequestPolicy toModel() {
    return OriginRequestPolicy.builder()
        .id(id)
        .lastModifiedTime(changedAt)
        .originRequestPolicyConfig(config)
        .build();
  }

  @Override
  public OriginRequestPolicyRow changed(
      OriginRequestPolicyConfig other, String version, Instant now) {
    return new OriginRequestPolicyRow(id, accountId, version, now, other);
  }
}
