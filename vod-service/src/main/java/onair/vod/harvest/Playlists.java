package onair.vod.harvest;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a harvest wrote. Pure. Source: RFC 8216 sections 4.3.2.1 and 4.3.4.2. */
public final class Playlists {

  private static final Pattern VARIANT =
      Pattern.compile("(?m)^#EXT-X-STREAM-INF:(\\S.*)\\R(?!#)(\\S+)\\s*$");
  private static final Pattern RESOLUTION = Pattern.compile("RESOLUTION=(\\d{1,5})x(\\d{1,5})");
  private static final Pattern SEGMENT = Pattern.compile("(?m)^#EXTINF:(\\d+(?:\\.\\d+)?)");

  /**
   * A variant of a multivariant playlist.
   *
   * @param uri relative to the playlist
   * @param width in pixels, 0 when it was not told
   * @param height in pixels, 0 when it was not told
   */
  public record Variant(String uri, int width, int height) {}

  private static final Pattern INITIALIZATION =
      Pattern.compile("(?m)^#EXT-X-MAP:(?!.*BYTERANGE).*URI=\"([^\"]+)\"");
  private static final Pattern FIRST_SEGMENT =
      Pattern.compile("(?m)^#EXTINF:.*\\R(?:#(?!EXT-X-BYTERANGE).*\\R)*([^#\\s].*)$");

  /**
   * What the first segment of a CMAF track is read from, each a whole file.
   *
   * @param initialization relative to the playlist
   * @param segment relative to the playlist
   */
  public record Beginning(String initialization, String segment) {}

  private Playlists() {}

  /** Largest picture first; empty when it is a media playlist or none at all. */
  public static List<Variant> variants(String playlist) {
    return VARIANT
        .matcher(playlist)
        .results()
        .map(
            found -> {
              Matcher size = RESOLUTION.matcher(found.group(1));
              boolean told = size.find();
              return new Variant(
                  found.group(2),
                  told ? Integer.parseInt(size.group(1)) : 0,
                  told ? Integer.parseInt(size.group(2)) : 0);
            })
        .sorted(Comparator.comparingInt(Variant::height).reversed())
        .toList();
  }

  /** Where a media playlist begins; empty when it has no CMAF segments in files of their own. */
  public static Optional<Beginning> beginning(String mediaPlaylist) {
    Matcher initialization = INITIALIZATION.matcher(mediaPlaylist);
    Matcher segment = FIRST_SEGMENT.matcher(mediaPlaylist);
    return initialization.find() && segment.find()
        ? Optional.of(new Beginning(initialization.group(1), segment.group(1).strip()))
        : Optional.empty();
  }

  /**
   * The key of what a playlist names; empty when it lies elsewhere.
   *
   * @param key of the playlist
   */
  public static Optional<String> resolved(String key, String uri) {
    try {
      URI found = URI.create("/" + key).resolve(uri);
      return found.isAbsolute() || found.getRawAuthority() != null
          ? Optional.empty()
          : Optional.of(found.getPath().substring(1));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Sum of all segments; empty when there are none. */
  public static Optional<Duration> duration(String mediaPlaylist) {
    double seconds =
        SEGMENT
            .matcher(mediaPlaylist)
            .results()
            .mapToDouble(found -> Double.parseDouble(found.group(1)))
            .sum();
    return seconds > 0
        ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
        : Optional.empty();
  }
}
