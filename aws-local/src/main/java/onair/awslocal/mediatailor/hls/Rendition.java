package onair.awslocal.mediatailor.hls;

import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One media playlist that a multivariant playlist leads to.
 *
 * @param index its place among all of them, from 0
 * @param codecs as RFC 6381 writes them; empty when not said
 * @param width pixels; 0 when not said
 * @param height pixels; 0 when not said
 * @param frameRate frames per second; null when not said
 * @param bitsPerSecond peak; 0 when not said
 * @param channels of sound; 0 when not said
 * @param audioGroup where a variant has its sound; null when it has its own or none
 */
public record Rendition(
    int index,
    Kind kind,
    URI address,
    String codecs,
    int width,
    int height,
    @Nullable BigDecimal frameRate,
    int bitsPerSecond,
    int channels,
    @Nullable String audioGroup) {

  /** What a playlist carries. A variant can be sound alone. */
  public enum Kind {
    VARIANT,
    AUDIO
  }

  /** Whether pictures and sound are in the same segments. */
  public boolean isMuxed() {
    return kind == Kind.VARIANT
        && audioGroup == null
        && codecs.contains("mp4a")
        && codecs.matches(".*(avc|hvc|hev|dvh|av01|vp09).*");
  }

  /** A variant without pictures, or what a variant gets its sound from. */
  public boolean isAudioOnly() {
    return kind == Kind.AUDIO || codecs.matches("(mp4a|ac-3|ec-3|opus)[^,]*");
  }
}
