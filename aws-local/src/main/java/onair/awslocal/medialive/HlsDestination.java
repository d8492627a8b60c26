package onair.awslocal.medialive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onair.awslocal.media.HlsOutput;

/**
 * Where an HLS output group writes to, out of its destination's URL: {@code s3ssl://bucket/path} or
 * {@code mediastoressl://container's endpoint/path}. Source: MediaLive user guide, "Destinations in
 * HLS output groups".
 *
 * @param base key of the multivariant playlist without its ending
 */
record HlsDestination(HlsOutput.Store store, String bucket, String base) {

  private static final Pattern S3 = Pattern.compile("s3(?:ssl)?://([a-z0-9.-]{3,63})/(.*[^/])");
  private static final Pattern MEDIASTORE =
      Pattern.compile(
          "mediastoressl://(?:([a-z0-9]+)\\.data\\.mediastore\\.[a-z0-9-]+\\.amazonaws\\.com"
              + "|[^/]+/_aws-local/mediastore/([a-z0-9]+))/(.*[^/])");

  /** Empty for what this machine does not write to. */
  static Optional<HlsDestination> of(String url) {
    Matcher s3 = S3.matcher(url);
    if (s3.matches()) {
      return Optional.of(new HlsDestination(HlsOutput.Store.S3, s3.group(1), s3.group(2)));
    }
    Matcher container = MEDIASTORE.matcher(url);
    if (!container.matches()) {
      return Optional.empty();
    }
    String id = container.group(1) == null ? container.group(2) : container.group(1);
    return Optional.of(new HlsDestination(HlsOutput.Store.MEDIASTORE, id, container.group(3)));
  }
}
