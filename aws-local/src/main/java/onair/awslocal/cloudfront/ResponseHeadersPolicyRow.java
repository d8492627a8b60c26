package onair.awslocal.cloudfront;

import java.time.Instant;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicy;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyConfig;

/** A response headers policy as it is kept. */
record ResponseHeadersPolicyRow(
    String id, String accountId, String etag, Instant changedAt, ResponseHeadersPolicyConfig config)
    implements PolicyRow<ResponseHeadersPolicyConfig, ResponseHeadersPolicyRow> {

  @Override
  public String name() {
    return config.name();
  }

  ResponseHeadersPolicy toModel() {
    return ResponseHeadersPolicy.builder()
        .id(id)
        .lastModifiedTime(changedAt)
        .responseHeadersPolicyConfig(config)
        .build();
  }

  @Override
  public ResponseHeadersPolicyRow changed(
      ResponseHeadersPolicyConfig other, String version, Instant now) {
    return new ResponseHeadersPolicyRow(id, accountId, version, now, other);
  }
}
