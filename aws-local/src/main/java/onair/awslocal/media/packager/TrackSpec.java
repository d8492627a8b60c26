package onair.awslocal.media.packager;

import java.util.regex.Pattern;

/**
 * What an encoder declares about one of its tracks.
 *
 * @param name letters, digits, {@code -} and {@code _}; names the rendition's files
 * @param bitsPerSecond target bitrate
 */
public record TrackSpec(String name, int bitsPerSecond) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public TrackSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("rendition name " + name);
    }
  }
}
