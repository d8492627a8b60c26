package onair.awslocal.cloudfront;

import java.time.Instant;
import software.amazon.awssdk.services.cloudfront.model.KeyGroup;
import software.amazon.awssdk.services.cloudfront.model.KeyGroupConfig;

/** A key group as it is kept. */
record KeyGroupRow(
    String id, String accountId, String etag, Instant changedAt, KeyGroupConfig config)
    implements ConfigRow {

  @Override
  public String name() {
    return config.name();
  }

  KeyGroup toModel() {
    return KeyGroup.builder().id(id).lastModifiedTime(changedAt).keyGroupConfig(config).build();
  }

  KeyGroupRow changed(KeyGroupConfig other, String version, Instant now) {
    return new KeyGroupRow(id, accountId, version, now, other);
  }
}
