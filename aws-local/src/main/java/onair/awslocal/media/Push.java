package onair.awslocal.media;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place that a channel is delivered to by a program of its own, as it is encoded: a server of
 * RTMP, a listener of SRT, or UDP.
 *
 * @param name of the output, unique within its pipeline
 * @param url where to; masked in {@link #toString}
 * @param options what the program is told beside the address; may be secrets
 * @param format how it is packed
 * @param video name of the rendition; null for sound only
 * @param audio names of the renditions; empty for pictures only
 * @param retrySeconds how long to wait before each attempt but the first
 */
public record Push(
    String name,
    String url,
    Map<String, String> options,
    Format format,
    @Nullable String video,
    List<String> audio,
    int retrySeconds) {

  /** A container. */
  public enum Format {
    FLV,
    MPEG_TS
  }

  public Push {
    options = Map.copyOf(options);
    audio = List.copyOf(audio);
  }

  /** Its name only, as addresses hold stream keys. */
  @Override
  public String toString() {
    return "push " + name;
  }
}
