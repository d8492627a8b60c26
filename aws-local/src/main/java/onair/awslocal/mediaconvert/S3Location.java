package onair.awslocal.mediaconvert;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object, or where objects begin.
 *
 * @param key may be empty, or end with a slash
 */
record S3Location(String bucket, String key) {

  private static final Pattern URI =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(.*)");

  /** Empty when it is no address in S3. */
  static Optional<S3Location> parse(@Nullable String text) {
    Matcher matcher = URI.matcher(text == null ? "" : text);
    return matcher.matches()
        ? Optional.of(new S3Location(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** Up to and with the last slash. */
  String folder() {
    return key.substring(0, key.lastIndexOf('/') + 1);
  }

  /** What follows the last slash. */
  String name() {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  /** The name without what follows its last dot. */
  String baseName() {
    String name = name();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** A file in the same folder. */
  S3Location sibling(String name) {
    return new S3Location(bucket, folder() + name);
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + key;
  }
}
