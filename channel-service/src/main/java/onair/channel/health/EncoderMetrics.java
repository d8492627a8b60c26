package onair.channel.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads what AWS measures of encoders; calls AWS. */
public interface EncoderMetrics {

  /**
   * One of an encoder's pipelines.
   *
   * @param name {@code 0} or {@code 1}
   * @param windows the oldest first
   */
  record Pipeline(String name, List<Window> windows) {
    public Pipeline {
      windows = List.copyOf(windows);
    }

    /** Without the windows that began before. */
    Pipeline since(Instant time) {
      return new Pipeline(
          name, windows.stream().filter(window -> !window.begins().isBefore(time)).toList());
    }
  }

  /**
   * Of the pipelines of which anything was measured.
   *
   * @param physicalId of the encoder
   * @param past how far back
   */
  List<Pipeline> of(String physicalId, Instant now, Duration past);
}
