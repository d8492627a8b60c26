package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How broadcasts come in.
 *
 * @param protocol how the broadcaster pushes: {@code rtmp} or {@code srt}
 * @param allowedCidrs who may push; empty for whom the installation lets
 */
record IngestSpec(String protocol, List<String> allowedCidrs) {

  static final String RTMP = "rtmp";
  static final String SRT = "srt";

  static final IngestSpec DEFAULT = new IngestSpec(RTMP, List.of());

  IngestSpec {
    allowedCidrs = List.copyOf(allowedCidrs);
  }

  /** Whether the broadcaster contributes by SRT, and so through a flow. */
  @JsonIgnore
  boolean bySrt() {
    return protocol.equals(SRT);
  }
}
