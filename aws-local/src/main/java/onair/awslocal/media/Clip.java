package onair.awslocal.media;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A complete programme cut out of an endpoint: whole segments, and manifests that will not change.
 *
 * @param length of its media, without the pauses between runs of an encoder
 * @param files segments and headers first, manifests last; names as the manifests refer to them
 */
public record Clip(Duration length, List<File> files) {

  public Clip {
    files = List.copyOf(files);
  }

  /**
   * One file, read when it is needed.
   *
   * @param name without folders, such as {@code index.m3u8}
   */
  public record File(String name, String contentType, Content content) {}

  /** The bytes of a file. */
  @FunctionalInterface
  public interface Content {

    /**
     * @throws java.nio.file.NoSuchFileException when it has left the endpoint's start-over window
     */
    byte[] read() throws IOException;
  }
}
