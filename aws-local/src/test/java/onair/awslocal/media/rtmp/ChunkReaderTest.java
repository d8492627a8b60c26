package onair.awslocal.media.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkReaderTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  @Test
  void putsAMessageTogetherFromChunks() throws Exception {
    full(4, 1000, 300, RtmpMessage.VIDEO);
    fill('a', 128);
    next(4);
    fill('b', 128);
    next(4);
    fill('c', 44);

    RtmpMessage message = reader().read();

    assertThat(message.type()).isEqualTo(RtmpMessage.VIDEO);
    assertThat(message.stream()).isEqualTo(1);
    assertThat(message.timestamp()).isEqualTo(1000);
    assertThat(message.payload()).hasSize(300).startsWith('a').endsWith('c');
  }

  @Test
  void interleavesChunkStreams() throws Exception {
    full(4, 0, 200, RtmpMessage.VIDEO);
    fill('v', 128);
    full(5, 0, 10, RtmpMessage.AUDIO);
    fill('a', 10);
    next(4);
    fill('v', 72);

    ChunkReader reader = reader();

    assertThat(reader.read().type()).isEqualTo(RtmpMessage.AUDIO);
    assertThat(reader.read().payload()).hasSize(200).containsOnly('v');
  }

  @Test
  void shorterHeadersRepeatWhatTheyLeaveOut() throws Exception {
    full(4, 100, 1, RtmpMessage.AUDIO);
    fill('1', 1);
    out.writeByte(0x40 | 4); // difference, length and type
    medium(20);
    medium(2);
    out.writeByte(RtmpMessage.VIDEO);
    fill('2', 2);
    out.writeByte(0x80 | 4); // difference only
    medium(30);
    fill('3', 2);
    next(4); // nothing: the same difference again
    fill('4', 2);

    ChunkReader reader = reader();

    assertThat(reader.read().timestamp()).isEqualTo(100);
    assertThat(reader.read().timestamp()).isEqualTo(120);
    RtmpMessage third = reader.read();
    assertThat(third.timestamp()).isEqualTo(150);
    assertThat(third.type()).isEqualTo(RtmpMessage.VIDEO);
    assertThat(reader.read().timestamp()).isEqualTo(180);
  }

  @Test
  void readsTimestampsOf32Bits() throws Exception {
    full(4, 0xFFFFFF, 129, RtmpMessage.VIDEO);
    out.writeInt(0xFFFFFFF0);
    fill('a', 128);
    next(4);
    out.writeInt(0xFFFFFFF0); // repeated in each chunk of the message
    fill('b', 1);

    assertThat(reader().read().timestamp()).isEqualTo(0xFFFFFFF0L);
  }

  @Test
  void readsChunkStreamIdsOfTwoAndThreeBytes() throws Exception {
    out.writeByte(0);
    out.writeByte(36); // 100
    header(0, 1, RtmpMessage.AUDIO);
    fill('x', 1);
    out.writeByte(1);
    out.writeByte(36);
    out.writeByte(1); // 356
    header(0, 1, RtmpMessage.VIDEO);
    fill('y', 1);

    ChunkReader reader = reader();

    assertThat(reader.read().type()).isEqualTo(RtmpMessage.AUDIO);
    assertThat(reader.read().type()).isEqualTo(RtmpMessage.VIDEO);
  }

  @Test
  void chunkSizeMayChangeAndAMessageMayBeAborted() throws Exception {
    full(4, 0, 200, RtmpMessage.VIDEO);
    fill('v', 128);
    full(2, 0, 4, RtmpMessage.ABORT);
    out.writeInt(4);
    full(2, 0, 4, RtmpMessage.SET_CHUNK_SIZE);
    out.writeInt(4096);
    full(4, 0, 300, RtmpMessage.VIDEO);
    fill('w', 300);

    assertThat(reader().read().payload()).hasSize(300).containsOnly('w');
  }

  @Test
  void refusesMessagesLargerThanAllowed() throws Exception {
    full(4, 0, 1001, RtmpMessage.VIDEO);

    ChunkReader reader = new ChunkReader(new ByteArrayInputStream(bytes.toByteArray()), 1000);

    assertThatThrownBy(reader::read).hasMessage("message of 1001 bytes, 1000 allowed");
  }

  @Test
  void refusesToHoldManyUnfinishedMessages() throws Exception {
    full(2, 0, 4, RtmpMessage.SET_CHUNK_SIZE);
    out.writeInt(1 << 20);
    for (int i = 0; i < 20; i++) {
      full(4 + i, 0, 2 << 20, RtmpMessage.VIDEO);
      fill('v', 1 << 20);
    }

    assertThatThrownBy(reader()::read)
        .isInstanceOf(ProtocolViolation.class)
        .hasMessageContaining("unfinished messages");
  }

  @Test
  void refusesTooManyChunkStreams() throws Exception {
    for (int i = 0; i <= ChunkReader.MAX_STREAMS; i++) {
      out.writeByte(0);
      out.writeByte(i);
      header(0, 200, RtmpMessage.VIDEO);
      fill('v', 128);
    }

    assertThatThrownBy(reader()::read).hasMessage("more than 64 chunk streams");
  }

  @Test
  void refusesSenselessChunkSizes() throws Exception {
    for (int size : new int[] {0, -1, Integer.MAX_VALUE}) {
      bytes.reset();
      full(2, 0, 4, RtmpMessage.SET_CHUNK_SIZE);
      out.writeInt(size);

      assertThatThrownBy(reader()::read).hasMessage("chunk size " + size);
    }
  }

  @Test
  void refusesAHeaderInsideAMessage() throws Exception {
    full(4, 0, 200, RtmpMessage.VIDEO);
    fill('v', 128);
    full(4, 0, 200, RtmpMessage.VIDEO);

    assertThatThrownBy(reader()::read).hasMessage("new message inside another");
  }

  @Test
  void randomBytesEndInAnExceptionOfTheStream() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      byte[] garbage = new byte[3000];
      random.nextBytes(garbage);
      ChunkReader reader = new ChunkReader(new ByteArrayInputStream(garbage), 1 << 16);
      assertThatThrownBy(
              () -> {
                while (true) {
                  reader.read();
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  private ChunkReader reader() {
    return new ChunkReader(new ByteArrayInputStream(bytes.toByteArray()), ChunkReader.MAX_MESSAGE);
  }

  private void full(int chunkStream, int timestamp, int length, int type) throws IOException {
    out.writeByte(chunkStream);
    header(timestamp, length, type);
  }

  private void header(int timestamp, int length, int type) throws IOException {
    medium(timestamp);
    medium(length);
    out.writeByte(type);
    out.writeInt(Integer.reverseBytes(1));
  }

  private void next(int chunkStream) throws IOException {
    out.writeByte(0xC0 | chunkStream);
  }

  private void medium(int value) throws IOException {
    out.writeByte(value >> 16);
    out.writeShort(value);
  }

  private void fill(char content, int count) throws IOException {
    byte[] filled = new byte[count];
    Arrays.fill(filled, (byte) content);
    out.write(filled);
  }
}
