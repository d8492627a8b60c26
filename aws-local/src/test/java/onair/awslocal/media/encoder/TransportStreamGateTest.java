package onair.awslocal.media.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import onair.awslocal.media.encoder.Gate.Step;
import org.junit.jupiter.api.Test;

/** What an encoder gets of a transport stream, with packets made by hand. */
class TransportStreamGateTest {

  private static final int VIDEO = 0x100;
  private static final int AUDIO = 0x101;
  private static final int SECOND = 90_000;

  private final TransportStreamGate gate = new TransportStreamGate(true, true);

  @Test
  void beginsAtAKeyframeWithTheTablesBeforeIt() {
    assertThat(accept(0, picture(0))).isInstanceOf(Step.Wait.class);
    assertThat(accept(100, tables(true), picture(SECOND))).isInstanceOf(Step.Wait.class);
    assertThat(accept(200, sound(SECOND))).isInstanceOf(Step.Wait.class);

    Step step = accept(300, picture(SECOND), keyframe(2 * SECOND), picture(3 * SECOND));

    assertThat(step).isInstanceOf(Step.Begin.class);
    List<Piece> pieces = ((Step.Begin) step).pieces();
    assertThat(((Step.Begin) step).silent()).isFalse();
    assertThat(bytes(pieces.getFirst())).isEqualTo(tables(true));
    assertThat(bytes(pieces.get(1))).isEqualTo(joined(keyframe(2 * SECOND), picture(3 * SECOND)));
  }

  @Test
  void soundFromBeforeTheFirstPictureIsLeftOut() {
    begin(true);

    assertThat(go(sound(SECOND / 2))).isEmpty();
    assertThat(go(sound(SECOND + 10))).isEqualTo(sound(SECOND + 10));
    assertThat(go(sound(SECOND + 20))).isEqualTo(sound(SECOND + 20));
  }

  @Test
  void streamWithoutSoundGetsSilence() {
    Step step = accept(0, tables(false), keyframe(SECOND));

    assertThat(((Step.Begin) step).silent()).isTrue();
  }

  @Test
  void streamThatAnnouncesSoundItDoesNotHaveIsNotWaitedForLong() {
    assertThat(accept(0, tables(true), keyframe(SECOND))).isInstanceOf(Step.Wait.class);

    Step step = accept(2_100, keyframe(3 * SECOND));

    assertThat(((Step.Begin) step).silent()).isTrue();
  }

  @Test
  void keyframeIsKnownByItsContentWhereTheSenderDoesNotSaySo() {
    accept(0, tables(true), sound(SECOND));

    Step step = accept(100, frame(VIDEO, SECOND, false, 0x67));

    assertThat(step).isInstanceOf(Step.Begin.class);
  }

  @Test
  void streamThatBecomesAnotherOneBeginsAnew() {
    begin(true);

    assertThat(accept(500, tables(false))).isInstanceOf(Step.Break.class);
    assertThat(accept(600, picture(4 * SECOND))).isInstanceOf(Step.Wait.class);
    assertThat(((Step.Begin) accept(700, keyframe(5 * SECOND))).silent()).isTrue();
  }

  @Test
  void nextRunBeginsAtTheNextKeyframeWithoutNewTables() {
    begin(true);
    gate.restart();

    assertThat(accept(500, picture(3 * SECOND))).isInstanceOf(Step.Wait.class);
    assertThat(accept(600, keyframe(4 * SECOND))).isInstanceOf(Step.Begin.class);
    gate.forget();
    assertThat(accept(700, keyframe(5 * SECOND))).isInstanceOf(Step.Wait.class);
  }

  @Test
  void streamThatCannotBeUsedIsReportedOnce() {
    accept(0, tables(true), picture(0));

    assertThat(accept(16_000, picture(SECOND)))
        .isEqualTo(new Step.Unusable("the source sends no keyframe"));
    assertThat(accept(17_000, picture(SECOND))).isInstanceOf(Step.Wait.class);
    TransportStreamGate other = new TransportStreamGate(true, true);
    other.accept(new Piece.Packets(picture(0), 0));
    assertThat(other.accept(new Piece.Packets(picture(0), 16_000)))
        .isEqualTo(new Step.Unusable("the source sends no program"));
  }

  @Test
  void jobWithoutVideoTakesSoundAlone() {
    TransportStreamGate radio = new TransportStreamGate(false, true);

    Step step = radio.accept(new Piece.Packets(joined(tables(true), sound(SECOND)), 0));

    assertThat(step).isInstanceOf(Step.Begin.class);
  }

  private void begin(boolean withSound) {
    accept(0, tables(withSound), sound(0));
    assertThat(accept(100, keyframe(SECOND))).isInstanceOf(Step.Begin.class);
  }

  private byte[] go(byte[] packet) {
    return bytes(((Step.Go) accept(200, packet)).pieces().getFirst());
  }

  private Step accept(long milliseconds, byte[]... packets) {
    return gate.accept(new Piece.Packets(joined(packets), milliseconds));
  }

  private static byte[] bytes(Piece piece) {
    return ((Piece.Packets) piece).packets();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** PAT and PMT of one program with H.264, and AAC by choice. */
  private static byte[] tables(boolean withSound) {
    int[] pat = {0x00, 0xB0, 13, 0, 1, 0xC1, 0, 0, 0, 1, 0xF0, 0x00, 0, 0, 0, 0};
    int length = withSound ? 23 : 18;
    int[] head = {0x02, 0xB0, length, 0, 1, 0xC1, 0, 0, 0xE1, 0x00, 0xF0, 0};
    int[] streams =
        withSound
            ? new int[] {0x1B, 0xE1, 0x00, 0xF0, 0, 0x0F, 0xE1, 0x01, 0xF0, 0, 0, 0, 0, 0}
            : new int[] {0x1B, 0xE1, 0x00, 0xF0, 0, 0, 0, 0, 0};
    return joined(section(0, pat, new int[0]), section(0x1000, head, streams));
  }

  private static byte[] section(int pid, int[] head, int[] rest) {
    byte[] packet = packet(pid, true);
    packet[3] = 0x10;
    packet[4] = 0; // the pointer field
    int at = 5;
    for (int value : head) {
      packet[at++] = (byte) value;
    }
    for (int value : rest) {
      packet[at++] = (byte) value;
    }
    return packet;
  }

  private static byte[] keyframe(long time) {
    return frame(VIDEO, time, true, 0x65);
  }

  private static byte[] picture(long time) {
    return frame(VIDEO, time, false, 0x41);
  }

  private static byte[] sound(long time) {
    return frame(AUDIO, time, false, 0);
  }

  private static byte[] frame(int pid, long time, boolean randomAccess, int unit) {
    byte[] packet = packet(pid, true);
    packet[3] = 0x30;
    packet[4] = 1;
    packet[5] = (byte) (randomAccess ? 0x40 : 0);
    int at = 6;
    int[] header = {0, 0, 1, 0xE0, 0, 0, 0x80, 0x80, 5};
    for (int value : header) {
      packet[at++] = (byte) value;
    }
    packet[at++] = (byte) (0x21 | time >> 29 & 0x0E);
    packet[at++] = (byte) (time >> 22);
    packet[at++] = (byte) (time >> 14 | 1);
    packet[at++] = (byte) (time >> 7);
    packet[at++] = (byte) (time << 1 | 1);
    packet[at + 2] = 1;
    packet[at] = 0;
    packet[at + 1] = 0;
    packet[at + 3] = (byte) unit;
    return packet;
  }

  private static byte[] packet(int pid, boolean start) {
    byte[] packet = new byte[TsPacket.SIZE];
    Arrays.fill(packet, (byte) 0xFF);
    packet[0] = 0x47;
    packet[1] = (byte) ((start ? 0x40 : 0) | pid >> 8);
    packet[2] = (byte) pid;
    return packet;
  }
}
