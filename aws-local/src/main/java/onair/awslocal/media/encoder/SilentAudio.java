package onair.awslocal.media.encoder;

import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.rtmp.FlvTag;

/**
 * Silence for a source without sound, so that the encoder's work and the viewer's player are the
 * same with and without: AAC-LC, 48 kHz, stereo.
 */
final class SilentAudio {

  /** Object type 2, sampling frequency index 3, two channels. */
  static final FlvTag HEADER =
      new FlvTag(FlvTag.Kind.AUDIO, 0, new byte[] {(byte) 0xAF, 0, 0x11, (byte) 0x90});

  /** One frame of 1,024 silent samples. */
  private static final byte[] FRAME = {
    (byte) 0xAF, 1, 0x21, 0x00, 0x49, (byte) 0x90, 0x02, 0x19, 0x00, 0x23, (byte) 0x80
  };

  private static final int SAMPLES = 1024;
  private static final int SAMPLE_RATE = 48_000;

  private long frames;

  /** The frames that begin up to this time and were not given yet. */
  List<FlvTag> until(long milliseconds) {
    List<FlvTag> silence = new ArrayList<>();
    for (long next = time(); next <= milliseconds; next = time()) {
      silence.add(new FlvTag(FlvTag.Kind.AUDIO, next, FRAME));
      frames++;
    }
    return silence;
  }

  private long time() {
    return frames * SAMPLES * 1000 / SAMPLE_RATE;
  }
}
