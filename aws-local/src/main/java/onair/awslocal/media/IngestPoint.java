package onair.awslocal.media;

/**
 * Where a publisher pushes to: {@code rtmp://host:port/<app>/<stream>}.
 *
 * @param app application name, without slashes
 * @param stream stream name, which is also the secret of the publisher: it is masked in {@link
 *     #toString} and must be masked wherever it is shown
 */
public record IngestPoint(String app, String stream) implements LiveSource {

  private static final int SHOWN = 4;

  /** App and the first characters of the stream name, such as {@code live/k3x9…}; safe to log. */
  @Override
  public String toString() {
    String shown = stream.length() > 3 * SHOWN ? stream.substring(0, SHOWN) : "";
    return app + "/" + shown + "…";
  }
}
