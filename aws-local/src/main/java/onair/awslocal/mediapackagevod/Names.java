package onair.awslocal.mediapackagevod;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What resources are called, and files that playlists name. */
final class Names {

  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,256}");

  private Names() {}

  /** 422 for an id AWS would not take. */
  static void check(String id) {
    if (!ID.matcher(id).matches()) {
      throw Refusals.unprocessable("Id must be 1 to 256 letters, digits, _ and -");
    }
  }

  /**
   * What a playlist means by a URI: a name below the folder the first playlist is in; empty for
   * anything else.
   *
   * @param playlist the name of the playlist, below the same folder
   */
  static Optional<String> resolve(String playlist, String uri) {
    try {
      var relative = new URI(uri);
      if (relative.isAbsolute() || relative.getRawAuthority() != null || uri.startsWith("/")) {
        return Optional.empty();
      }
      String folder = playlist.substring(0, playlist.lastIndexOf('/') + 1);
      String path = new URI(null, null, folder + relative.getPath(), null).normalize().getPath();
      return path.isEmpty() || path.startsWith("..") || path.endsWith("/")
          ? Optional.empty()
          : Optional.of(path);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
