package onair.awslocal.cloudfront;

import java.util.List;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionList;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.KGKeyPairIds;

/** Distributions as the API shows them. */
final class DistributionShapes {

  private DistributionShapes() {}

  static Distribution distribution(
      DistributionRow row, List<KeyGroupRow> trusted, int invalidationsInProgress) {
    return Distribution.builder()
        .id(row.id())
        .arn(row.arn())
        .status(row.status())
        .lastModifiedTime(row.changedAt())
        .inProgressInvalidationBatches(invalidationsInProgress)
        .domainName(row.domainName())
        .activeTrustedSigners(signers -> signers.enabled(false).quantity(0))
        .activeTrustedKeyGroups(
            groups ->
                groups
                    .enabled(!trusted.isEmpty())
                    .quantity(trusted.size())
                    .items(trusted.stream().map(DistributionShapes::keys).toList()))
        .distributionConfig(row.config())
        .build();
  }

  private static KGKeyPairIds keys(KeyGroupRow group) {
    List<String> ids = group.config().items();
    return KGKeyPairIds.builder()
        .keyGroupId(group.id())
        .keyPairIds(pairs -> pairs.quantity(ids.size()).items(ids))
        .build();
  }

  static DistributionSummary summary(DistributionRow row) {
    DistributionConfig config = row.config();
    return DistributionSummary.builder()
        .id(row.id())
        .arn(row.arn())
        .eTag(row.etag())
        .status(row.status())
        .lastModifiedTime(row.changedAt())
        .domainName(row.domainName())
        .aliases(config.aliases())
        .origins(config.origins())
        .originGroups(config.originGroups())
        .defaultCacheBehavior(config.defaultCacheBehavior())
        .cacheBehaviors(config.cacheBehaviors())
        .customErrorResponses(config.customErrorResponses())
        .comment(config.comment())
        .priceClass(config.priceClass())
        .enabled(config.enabled())
        .viewerCertificate(config.viewerCertificate())
        .restrictions(config.restrictions())
        .webACLId(config.webACLId())
        .httpVersion(config.httpVersion())
        .isIPV6Enabled(config.isIPV6Enabled())
        .staging(config.staging())
        .build();
  }

  static DistributionList list(Listing<DistributionRow> page) {
    List<DistributionSummary> items =
        page.items().stream().map(DistributionShapes::summary).toList();
    return DistributionList.builder()
        .marker(page.marker())
        .nextMarker(page.nextMarker())
        .maxItems(page.maxItems())
        .isTruncated(page.isTruncated())
        .quantity(items.size())
        .items(items)
        .build();
  }

  static String location(DistributionRow row) {
    return "https://cloudfront.amazonaws.com/2020-05-31/distribution/" + row.id();
  }
}
