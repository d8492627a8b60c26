package onair.awslocal.cloudfront;

import java.time.Instant;
import software.amazon.awssdk.services.cloudfront.model.PublicKey;
import software.amazon.awssdk.services.cloudfront.model.PublicKeyConfig;

/** A customer's public key as it is kept. */
record PublicKeyRow(
    String id, String accountId, String etag, Instant createdAt, PublicKeyConfig config)
    implements ConfigRow {

  @Override
  public String name() {
    return config.name();
  }

  PublicKey toModel() {
    return PublicKey.builder().id(id).createdTime(createdAt).publicKeyConfig(config).build();
  }

  PublicKeyRow changed(PublicKeyConfig other, String version) {
    return new PublicKeyRow(id, accountId, version, createdAt, other);
  }
}
