package onair.vod.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Mp4StructureTest {

  private static Optional<String> problem(byte[] file) {
    return Mp4Structure.problem(
        file.length,
        (offset, length) -> Arrays.copyOfRange(file, (int) offset, (int) offset + length));
  }

  private static byte[] box(String type, int payload) {
    return ByteBuffer.allocate(8 + payload)
        .putInt(8 + payload)
        .put(type.getBytes(StandardCharsets.ISO_8859_1))
        .array();
  }

  private static byte[] file(byte[]... boxes) {
    var file = new ByteArrayOutputStream();
    for (byte[] box : boxes) {
      file.writeBytes(box);
    }
    return file.toByteArray();
  }

  @Test
  void aWholeFilePassesWhereverItsIndexIs() {
    assertThat(problem(file(box("ftyp", 8), box("moov", 30), box("mdat", 100)))).isEmpty();
    assertThat(problem(file(box("ftyp", 8), box("mdat", 100), box("moov", 30)))).isEmpty();
    assertThat(problem(file(box("ftyp", 8), box("moof", 30), box("mdat", 100)))).isEmpty();
  }

  @Test
  void aFileCutInItsMediaIsTold() {
    byte[] whole = file(box("ftyp", 8), box("moov", 30), box("mdat", 100));
    assertThat(problem(Arrays.copyOf(whole, whole.length - 1)))
        .hasValueSatisfying(said -> assertThat(said).contains("cut off"));
    assertThat(problem(Arrays.copyOf(whole, 16 + 38 + 5)))
        .hasValueSatisfying(said -> assertThat(said).contains("cut off"));
  }

  @Test
  void aRecordingWithoutAnIndexIsTold() {
    assertThat(problem(file(box("ftyp", 8), box("mdat", 100))))
        .hasValueSatisfying(said -> assertThat(said).contains("no index"));
  }

  @Test
  void aBoxThatReachesToTheEndPasses() {
    byte[] open = file(box("ftyp", 8), box("moov", 4), box("mdat", 50));
    ByteBuffer.wrap(open).putInt(16 + 12, 0);
    assertThat(problem(open)).isEmpty();
  }

  @Test
  void aBoxLongerThanFourGigabytesIsReadAsSuch() {
    byte[] large =
        ByteBuffer.allocate(16)
            .putInt(1)
            .put("mdat".getBytes(StandardCharsets.ISO_8859_1))
            .putLong(5_000_000_000L)
            .array();
    assertThat(problem(file(box("ftyp", 8), large)))
        .hasValueSatisfying(said -> assertThat(said).contains("cut off"));
  }

  @Test
  void lengthsThatCannotBeAreTold() {
    byte[] negative =
        ByteBuffer.allocate(16)
            .putInt(1)
            .put("mdat".getBytes(StandardCharsets.ISO_8859_1))
            .putLong(-1)
            .array();
    assertThat(problem(file(box("ftyp", 8), negative)))
        .hasValueSatisfying(said -> assertThat(said).contains("damaged"));
    byte[] tiny = box("free", 0);
    ByteBuffer.wrap(tiny).putInt(0, 3);
    assertThat(problem(file(box("ftyp", 8), tiny, box("mdat", 20)))).isPresent();
  }

  @Test
  void otherKindsOfFilesPass() {
    assertThat(problem("not a film at all".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(problem(new byte[] {1})).isEmpty();
    assertThat(problem(new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 1, 2, 3, 4, 5})).isEmpty();
  }

  @Test
  void aFileOfManyPartsIsNotReadToItsEnd() {
    byte[][] boxes = new byte[500][];
    Arrays.fill(boxes, box("moof", 1));
    boxes[0] = box("ftyp", 1);
    byte[] file = file(boxes);
    int[] reads = {0};
    assertThat(
            Mp4Structure.problem(
                file.length,
                (offset, length) -> {
                  reads[0]++;
                  return Arrays.copyOfRange(file, (int) offset, (int) offset + length);
                }))
        .isEmpty();
    assertThat(reads[0]).isLessThanOrEqualTo(40);
  }
}
