package onair.vod.mediaconvert;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconvert.model.MediaConvertException;

/** MediaConvert's words for a user, without the names of our bucket and its objects. */
final class Said {

  private static final Pattern LOCATION = Pattern.compile("\\s*\\[?s3://[^\\s\\]]*]?");

  private Said() {}

  static String about(MediaConvertException failure) {
    String message =
        failure.awsErrorDetails() == null ? null : failure.awsErrorDetails().errorMessage();
    return Objects.requireNonNullElse(plain(message), "MediaConvert cannot read it");
  }

  static @Nullable String plain(@Nullable String message) {
    return message == null ? null : LOCATION.matcher(message).replaceAll("");
  }
}
