package onair.awslocal.mediapackagevod;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an asset's content is.
 *
 * @param folder with a slash at its end, or empty
 * @param file the multivariant playlist's name in it
 */
record Source(String bucket, String folder, String file) {

  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:s3:::([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(.*/)?([^/]+)");

  /** Empty when it is no ARN of an object in S3. */
  static Optional<Source> of(String arn) {
    Matcher matcher = ARN.matcher(arn);
    return matcher.matches()
        ? Optional.of(
            new Source(
                matcher.group(1),
                matcher.group(2) == null ? "" : matcher.group(2),
                matcher.group(3)))
        : Optional.empty();
  }

  boolean isPlaylist() {
    return file.endsWith(".m3u8");
  }

  /** What a DASH manifest of the same content is called. */
  String mpd() {
    return file.replaceFirst("\\.m3u8$", ".mpd");
  }
}
