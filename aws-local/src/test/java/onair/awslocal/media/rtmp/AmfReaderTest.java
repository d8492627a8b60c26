package onair.awslocal.media.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AmfReaderTest {

  @Test
  void readsBackWhatTheWriterWrites() throws Exception {
    Amf[] values = {
      new Amf.Text("connect"),
      new Amf.Num(1),
      new Amf.Properties(
          Map.of(
              "app", new Amf.Text("live"), "nested", new Amf.Items(List.of(new Amf.Flag(true))))),
      Amf.NOTHING
    };

    assertThat(AmfReader.readAll(AmfWriter.write(values), 0)).containsExactly(values);
  }

  @Test
  void readsAssociativeArraysDatesAndLongTexts() throws Exception {
    byte[] bytes = {
      8,
      0,
      0,
      0,
      1,
      0,
      1,
      'a',
      5,
      0,
      0,
      9, // array of one property
      11,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0, // date
      12,
      0,
      0,
      0,
      2,
      'h',
      'i' // long text
    };

    assertThat(AmfReader.readAll(bytes, 0))
        .containsExactly(
            new Amf.Properties(Map.of("a", Amf.NOTHING)), new Amf.Num(0), new Amf.Text("hi"));
  }

  @Test
  void refusesDeepNesting() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 100_000; i++) {
      bytes.writeBytes(new byte[] {10, 0, 0, 0, 1}); // an array of one
    }

    assertThatThrownBy(() -> AmfReader.readAll(bytes.toByteArray(), 0))
        .isInstanceOf(ProtocolViolation.class)
        .hasMessageContaining("nested deeper than 8");
  }

  @Test
  void refusesTooManyValues() {
    byte[] nulls = new byte[100_000];
    Arrays.fill(nulls, (byte) 5);

    assertThatThrownBy(() -> AmfReader.readAll(nulls, 0))
        .isInstanceOf(ProtocolViolation.class)
        .hasMessageContaining("more than 4096 AMF values");
  }

  @Test
  void refusesLengthsBeyondTheMessage() {
    for (byte[] lie :
        List.of(
            new byte[] {2, 0x7F, 0x7F, 'x'},
            new byte[] {12, 0x7F, 0, 0, 0, 'x'},
            new byte[] {12, -1, -1, -1, -1},
            new byte[] {10, 0x7F, -1, -1, -1, 5},
            new byte[] {3, 0, 1, 'a'},
            new byte[] {0, 1, 2})) {
      assertThatThrownBy(() -> AmfReader.readAll(lie, 0)).isInstanceOf(ProtocolViolation.class);
    }
  }

  @Test
  void randomBytesAreEitherValuesOrAViolation() {
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = random.nextBoolean() ? (byte) (bytes[j] & 0x0F) : bytes[j];
      }
      try {
        AmfReader.readAll(bytes, 0);
      } catch (ProtocolViolation e) {
        assertThat(e).hasMessageContaining("AMF");
      }
    }
  }
}
