package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How broadcasts come in.
 *
 * @param protocol how the broadcaster pushes: {@code rtmp} or {@code srt}
 * @param allowedCidrs who may push; empty for whom the installation lets
 * @param rotations how often the key was changed: what was made before carries another one
 */
record IngestSpec(String protocol, List<String> allowedCidrs, int rotations) {

  static final String RTMP = "rtmp";
  static final String SRT = "srt";

  static final IngestSpec DEFAULT = of(RTMP, List.of());

  IngestSpec {
    allowedCidrs = List.copyOf(allowedCidrs);
  }

  /** With the first key. */
  static IngestSpec of(String protocol, List<String> allowedCidrs) {
    return new IngestSpec(protocol, allowedCidrs, 0);
  }

  /** With another key. */
  IngestSpec rotated() {
    return new IngestSpec(protocol, allowedCidrs, rotations + 1);
  }

  /** Whether the broadcaster contributes by SRT, and so through a flow. */
  @JsonIgnore
  boolean bySrt() {
    return protocol.equals(SRT);
  }
}
