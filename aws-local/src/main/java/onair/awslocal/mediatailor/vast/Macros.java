package onair.awslocal.mediatailor.vast;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables in the address of an ad decision server, such as {@code [session.id]}. Source:
 * MediaTailor user guide, "Dynamic ad variables".
 */
public final class Macros {

  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\[((?:session|scte|avail|player_params|asset|cdn|playback_configuration)\\.[^\\[\\]]+)]");

  private static final Pattern ANY = Pattern.compile("\\[[^\\[\\]]*]");

  private Macros() {}

  /**
   * Fills in what is known, URL-encoded; a variable of MediaTailor's without a value becomes empty.
   * Other words in brackets stay, encoded, since the server may know them.
   *
   * @param values by name without brackets
   */
  public static String fill(String address, Map<String, String> values) {
    String filled =
        VARIABLE
            .matcher(address)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(encoded(values.getOrDefault(match.group(1), ""))));
    return filled.replace("[", "%5B").replace("]", "%5D");
  }

  /** The address without anything in brackets, to see whether it is one. */
  public static String without(String address) {
    return ANY.matcher(address).replaceAll("x");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
