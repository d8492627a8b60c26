package onair.channel.srt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports from the first to the last; written {@code 20000-20999}.
 *
 * @param first 1024 to 65535
 * @param last not below the first
 */
public record PortRange(int first, int last) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
  private static final int LOWEST = 1024;
  private static final int HIGHEST = 65_535;

  public PortRange {
    if (first < LOWEST || last > HIGHEST || last < first) {
      throw new IllegalArgumentException(
          "ports must be like 20000-20999, from 1024 to 65535, not " + first + "-" + last);
    }
  }

  /** Reads the form of {@link #toString}; what the settings are read with. */
  public static PortRange valueOf(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("ports must be like 20000-20999, not " + text);
    }
    return new PortRange(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
