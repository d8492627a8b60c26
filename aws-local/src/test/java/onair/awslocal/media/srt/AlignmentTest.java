package onair.awslocal.media.srt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlignmentTest {

  private final Alignment alignment = new Alignment();

  @Test
  void packetsComeOutWholeHoweverTheyArrive() {
    byte[] stream = packets(50);
    Random random = new Random(7);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < stream.length; ) {
      int length = Math.min(1 + random.nextInt(700), stream.length - at);
      byte[] aligned = alignment.add(Arrays.copyOfRange(stream, at, at + length), length);
      assertThat(aligned.length % 188).isZero();
      out.writeBytes(aligned);
      at += length;
    }

    assertThat(out.toByteArray()).isEqualTo(stream);
    assertThat(alignment.isLost()).isFalse();
  }

  @Test
  void streamIsFoundAgainBehindWhatIsNone() {
    byte[] stream = packets(3);
    byte[] noise = new byte[100];

    assertThat(alignment.add(noise, noise.length)).isEmpty();
    assertThat(alignment.isLost()).isTrue();
    assertThat(alignment.add(stream, stream.length)).isEqualTo(stream);
    assertThat(alignment.isLost()).isFalse();
  }

  @Test
  void bytesThatAreNoTransportStreamGoNowhere() {
    byte[] noise = new byte[4096];
    new Random(1).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = noise[i] == 0x47 ? 0 : noise[i];
    }

    assertThat(alignment.add(noise, noise.length)).isEmpty();
    assertThat(alignment.isLost()).isTrue();
  }

  private static byte[] packets(int count) {
    byte[] bytes = new byte[count * 188];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = i % 188 == 0 ? 0x47 : (byte) (i % 100 + 128);
    }
    return bytes;
  }
}
