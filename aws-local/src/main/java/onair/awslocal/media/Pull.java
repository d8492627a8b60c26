package onair.awslocal.media;

import java.util.Map;

/**
 * A source that is fetched from where it is: a file, an HLS playlist, a server of RTMP or a
 * listener of SRT.
 *
 * @param id unique on this machine; a source that is pulled by two channels is pulled twice
 * @param url such as {@code https://host/file.mp4}, {@code s3ssl://bucket/key}, {@code
 *     rtmp://host/app/stream} or {@code srt://host:port?mode=caller}; masked in {@link #toString}
 * @param options what the program that fetches it is told beside the address, such as {@code
 *     passphrase}; may be secrets
 * @param isFile whether it ends, and has to be paced because it comes faster than it plays
 * @param loops whether a file begins again when it has ended
 */
public record Pull(
    String id, String url, Map<String, String> options, boolean isFile, boolean loops)
    implements LiveSource {

  public Pull {
    options = Map.copyOf(options);
  }

  /** Its id only, as addresses may hold secrets. */
  @Override
  public String toString() {
    return "pull " + id;
  }
}
