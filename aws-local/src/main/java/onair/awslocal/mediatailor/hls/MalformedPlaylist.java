package onair.awslocal.mediatailor.hls;

/** What the origin sent is no playlist of the kind that was asked for. */
public final class MalformedPlaylist extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedPlaylist(String message) {
    super(message);
  }

  MalformedPlaylist(String message, Throwable cause) {
    super(message, cause);
  }
}
