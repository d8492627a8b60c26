package onair.common.aws;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How AWS is reached.
 *
 * @param endpoint where every AWS service is called, for example aws-local at {@code
 *     http://127.0.0.1:4566}; empty for AWS itself
 * @param region AWS region of all regional services
 * @param accountId the account everything lives in; twelve digits
 * @param accessKeyId empty, together with the secret, to use the SDK's own chain (instance role,
 *     web identity, environment)
 * @param secretAccessKey belongs to the access key id; never printed
 * @param callTimeout longest a call may take with all its retries; a longer one counts as
 *     unavailable
 * @param attemptTimeout longest one attempt may wait for its answer
 * @param connectTimeout longest a connection may take to open
 * @param maxAttempts attempts of one call, the first included; only throttling, server errors and
 *     lost connections are tried again
 * @param maxConnections connections kept to AWS by this process, shared by all clients
 */
@Validated
@ConfigurationProperties("onair.aws")
public record AwsProperties(
    @Nullable URI endpoint,
    @DefaultValue("eu-west-1") @Pattern(regexp = "[a-z]{2,}(-[a-z]+)+-\\d") String region,
    @DefaultValue("000000000000") @Pattern(regexp = "\\d{12}", message = "must be twelve digits")
        String accountId,
    @Nullable String accessKeyId,
    @Nullable String secretAccessKey,
    @DefaultValue("30s") @NotNull Duration callTimeout,
    @DefaultValue("10s") @NotNull Duration attemptTimeout,
    @DefaultValue("2s") @NotNull Duration connectTimeout,
    @DefaultValue("3") @Min(1) @Max(10) int maxAttempts,
    @DefaultValue("64") @Min(1) @Max(1000) int maxConnections) {

  public AwsProperties {
    endpoint = endpoint == null || endpoint.toString().isBlank() ? null : requireHttp(endpoint);
    accessKeyId = blankToNull(accessKeyId);
    secretAccessKey = blankToNull(secretAccessKey);
    if ((accessKeyId == null) != (secretAccessKey == null)) {
      throw new IllegalArgumentException(
          "onair.aws.access-key-id and onair.aws.secret-access-key are given together or not at all");
    }
    requirePositive("call-timeout", callTimeout);
    requirePositive("attempt-timeout", attemptTimeout);
    requirePositive("connect-timeout", connectTimeout);
  }

  private static URI requireHttp(URI endpoint) {
    if (endpoint.getHost() == null
        || !("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))) {
      throw new IllegalArgumentException(
          "onair.aws.endpoint must be like http://127.0.0.1:4566, not " + endpoint);
    }
    return endpoint;
  }

  private static void requirePositive(String key, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "onair.aws." + key + " must be longer than nothing, not " + value);
    }
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  @Override
  public String toString() {
    return "AwsProperties[endpoint=%s, region=%s, accountId=%s, accessKeyId=%s, secretAccessKey=%s]"
        .formatted(
            endpoint, region, accountId, accessKeyId, secretAccessKey == null ? null : "***");
  }
}
