package onair.channel.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How broadcasts come in.
 *
 * @param protocol how the broadcaster pushes: {@code rtmp} or {@code srt}; or what is read from
 *     elsewhere: {@code srt_caller}, {@code rtmp_pull}, {@code hls_pull} or {@code mp4}
 * @param allowedCidrs who may push; empty for whom the installation lets
 * @param rotations how often the key was changed: what was made before carries another one
 * @param backup whether there is a second way in, which takes over while nothing comes in by the
 *     first
 * @param source where it is read; absent where it is pushed
 */
record IngestSpec(
    String protocol,
    List<String> allowedCidrs,
    int rotations,
    boolean backup,
    @Nullable SourceSpec source) {

  static final String RTMP = "rtmp";
  static final String SRT = "srt";
  static final String SRT_CALLER = "srt_caller";
  static final String RTMP_PULL = "rtmp_pull";
  static final String HLS_PULL = "hls_pull";
  static final String MP4 = "mp4";

  private static final Set<String> PUSHED = Set.of(RTMP, SRT);

  static final IngestSpec DEFAULT = of(RTMP, List.of());

  IngestSpec {
    allowedCidrs = List.copyOf(allowedCidrs);
  }

  /** Pushed, with the first key. */
  static IngestSpec of(String protocol, List<String> allowedCidrs) {
    return new IngestSpec(protocol, allowedCidrs, 0, false, null);
  }

  /** With another key. */
  IngestSpec rotated() {
    return new IngestSpec(protocol, allowedCidrs, rotations + 1, backup, source);
  }

  /** Whether the broadcaster pushes by RTMP. */
  @JsonIgnore
  boolean byRtmp() {
    return protocol.equals(RTMP);
  }

  /** Whether the broadcaster contributes by SRT, and so through a flow. */
  @JsonIgnore
  boolean bySrt() {
    return protocol.equals(SRT);
  }

  /** Whether we call a listener of the broadcaster's by SRT. */
  @JsonIgnore
  boolean callsBySrt() {
    return protocol.equals(SRT_CALLER);
  }

  /** Whether the broadcaster comes to us. */
  @JsonIgnore
  boolean isPushed() {
    return PUSHED.contains(protocol);
  }

  /** Whether the key is the passphrase of SRT, which AWS reads out of a secret. */
  @JsonIgnore
  boolean hasPassphrase() {
    return bySrt() || callsBySrt();
  }

  /** Whether anybody proves themselves by a key. */
  @JsonIgnore
  boolean hasKey() {
    return isPushed() || callsBySrt();
  }
}
