package onair.vod.upload;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are taken; prefix {@code onair.vod.upload}.
 *
 * @param endpoint where browsers reach S3, when that is elsewhere than for this service; empty for
 *     {@code onair.aws.endpoint}
 * @param partSize of every part but the last, 5 MiB or more, whole MiB; large files have larger
 *     ones
 * @param addressValidity how long a signed address can be used, up to 12 h
 * @param expiry how long an upload may take, up to 24 h: S3 drops its parts after a day
 * @param sweep how often uploads that nobody knows are looked for
 */
@ConfigurationProperties("onair.vod.upload")
public record UploadProperties(
    @Nullable URI endpoint,
    @DefaultValue("8MB") DataSize partSize,
    @DefaultValue("1h") Duration addressValidity,
    @DefaultValue("23h") Duration expiry,
    @DefaultValue("1m") Duration sweep) {

  private static final DataSize SMALLEST_PART = DataSize.ofMegabytes(5);
  private static final long MEBIBYTE = 1024L * 1024;

  public UploadProperties {
    endpoint = endpoint == null || endpoint.toString().isBlank() ? null : endpoint;
    if (partSize.compareTo(SMALLEST_PART) < 0 || partSize.toBytes() % MEBIBYTE != 0) {
      throw new IllegalArgumentException(
          "onair.vod.upload.part-size must be 5MB or more and whole megabytes, not " + partSize);
    }
    requireWithin("address-validity", addressValidity, Duration.ofHours(12));
    requireWithin("expiry", expiry, Duration.ofHours(24));
    requireWithin("sweep", sweep, Duration.ofHours(1));
  }

  private static void requireWithin(String key, Duration value, Duration most) {
    if (value.isNegative() || value.isZero() || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "onair.vod.upload.%s must be more than nothing and at most %s, not %s"
              .formatted(key, most, value));
    }
  }
}
