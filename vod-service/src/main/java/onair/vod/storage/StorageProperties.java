package onair.vod.storage;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import onair.common.aws.AwsProperties;
import onair.common.aws.DeploymentProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where uploads and assets lie; prefix {@code onair.vod}.
 *
 * @param bucket name of a bucket of this installation's own; empty for {@code
 *     onair-<deployment>-<account>-vod}
 * @param uploadOrigins web pages that may upload, such as {@code https://studio.example.com}; a
 *     signed address is needed in any case
 */
@Validated
@ConfigurationProperties("onair.vod")
record StorageProperties(
    @Nullable String bucket, @DefaultValue("*") @NotEmpty List<String> uploadOrigins) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

  StorageProperties {
    bucket = bucket == null || bucket.isBlank() ? null : bucket;
    if (bucket != null && !NAME.matcher(bucket).matches()) {
      throw new IllegalArgumentException(
          "onair.vod.bucket must be 3 to 63 of a-z, 0-9 and -, not " + bucket);
    }
    uploadOrigins = List.copyOf(uploadOrigins);
  }

  VodBucket bucket(DeploymentProperties deployment, AwsProperties aws) {
    String usual = "onair-" + deployment.deployment() + "-" + aws.accountId() + "-vod";
    return new VodBucket(
        Objects.requireNonNullElse(bucket, usual), aws.region(), aws.accountId(), uploadOrigins);
  }
}
