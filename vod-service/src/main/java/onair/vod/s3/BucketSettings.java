package onair.vod.s3;

import java.util.List;
import java.util.Map;
import onair.vod.storage.VodBucket;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.CORSConfiguration;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is set on the bucket. Pure. Source: Amazon S3 User Guide, "Blocking public access", "CORS
 * configuration", "Lifecycle"; CloudFront Developer Guide, "Restrict access to an Amazon S3
 * origin"; MediaPackage v2 User Guide, "Harvest jobs: permissions".
 */
final class BucketSettings {

  private static final JsonMapper JSON = JsonMapper.shared();

  private BucketSettings() {}

  static PublicAccessBlockConfiguration publicAccessBlock() {
    return PublicAccessBlockConfiguration.builder()
        .blockPublicAcls(true)
        .ignorePublicAcls(true)
        .blockPublicPolicy(true)
        .restrictPublicBuckets(true)
        .build();
  }

  /** Parts are sent by browsers, which must be let read the ETag of the answer. */
  static CORSConfiguration cors(VodBucket bucket) {
    return CORSConfiguration.builder()
        .corsRules(
            CORSRule.builder()
                .allowedOrigins(bucket.uploadOrigins())
                .allowedMethods("PUT")
                .allowedHeaders("*")
                .exposeHeaders("ETag")
                .maxAgeSeconds(3600)
                .build())
        .build();
  }

  /** The last resort; uploads expire before and free their parts themselves. */
  static BucketLifecycleConfiguration lifecycle() {
    return BucketLifecycleConfiguration.builder()
        .rules(
            LifecycleRule.builder()
                .id("onair-abort-uploads")
                .status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix(""))
                .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(1))
                .build())
        .build();
  }

  /** CDN and packager of this account, each for just what it does below {@code vod/}. */
  static String policy(VodBucket bucket) {
    String arn = "arn:aws:s3:::" + bucket.name();
    return JSON.writeValueAsString(
        Map.of(
            "Version",
            "2012-10-17",
            "Statement",
            List.of(
                allow(bucket, "cloudfront.amazonaws.com", List.of("s3:GetObject"), arn + "/vod/*"),
                allow(
                    bucket,
                    "mediapackagev2.amazonaws.com",
                    List.of("s3:PutObject"),
                    arn + "/vod/*"),
                allow(
                    bucket,
                    "mediapackagev2.amazonaws.com",
                    List.of("s3:ListBucket", "s3:GetBucketLocation"),
                    arn))));
  }

  private static Map<String, Object> allow(
      VodBucket bucket, String service, List<String> actions, String resource) {
    return Map.of(
        "Effect",
        "Allow",
        "Principal",
        Map.of("Service", service),
        "Action",
        actions,
        "Resource",
        resource,
        "Condition",
        Map.of("StringEquals", Map.of("aws:SourceAccount", bucket.accountId())));
  }

  /** Whether two policies say the same, however they are written. */
  static boolean samePolicy(String one, String other) {
    return JSON.readTree(one).equals(JSON.readTree(other));
  }
}
