package onair.awslocal.mediatailor.vast;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code HH:MM:SS} and {@code HH:MM:SS.mmm}. */
final class Times {

  private static final Pattern TIME =
      Pattern.compile("(\\d{1,3}):([0-5]?\\d):([0-5]?\\d)(?:\\.(\\d{1,3}))?");

  private Times() {}

  /** Null when it is none. */
  static @Nullable Duration parse(String text) {
    Matcher matcher = TIME.matcher(text.strip());
    if (!matcher.matches()) {
      return null;
    }
    String fraction = matcher.group(4);
    int millis = fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3));
    return Duration.ofHours(Integer.parseInt(matcher.group(1)))
        .plusMinutes(Integer.parseInt(matcher.group(2)))
        .plusSeconds(Integer.parseInt(matcher.group(3)))
        .plusMillis(millis);
  }
}
