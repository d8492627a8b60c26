package onair.awslocal.cloudfront;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;

/**
 * A distribution as it is kept.
 *
 * @param created the configuration of the create call, for telling a repeated call from another one
 * @param config what was asked for last, with CloudFront's defaults filled in
 * @param deployed what viewers meet; null before the first deployment
 * @param deploysAt when {@code config} will be deployed; null when it is
 */
record DistributionRow(
    String id,
    String accountId,
    String domainName,
    String etag,
    Instant createdAt,
    Instant changedAt,
    DistributionConfig created,
    DistributionConfig config,
    @Nullable DistributionConfig deployed,
    @Nullable Instant deploysAt,
    Map<String, String> tags) {

  DistributionRow {
    tags = Map.copyOf(tags);
  }

  String arn() {
    return "arn:aws:cloudfront::" + accountId + ":distribution/" + id;
  }

  boolean isDeployed() {
    return deploysAt == null;
  }

  String status() {
    return isDeployed() ? "Deployed" : "InProgress";
  }

  DistributionRow changed(DistributionConfig newConfig, String newEtag, Instant now, Instant due) {
    return new DistributionRow(
        id,
        accountId,
        domainName,
        newEtag,
        createdAt,
        now,
        created,
        newConfig,
        deployed,
        due,
        tags);
  }

  DistributionRow deployedNow() {
    return new DistributionRow(
        id, accountId, domainName, etag, createdAt, changedAt, created, config, config, null, tags);
  }

  DistributionRow tagged(Map<String, String> newTags) {
    return new DistributionRow(
        id,
        accountId,
        domainName,
        etag,
        createdAt,
        changedAt,
        created,
        config,
        deployed,
        deploysAt,
        newTags);
  }
}
