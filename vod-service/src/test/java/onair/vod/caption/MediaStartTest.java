package onair.vod.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaStartTest {

  private static byte[] box(String type, byte[]... contents) {
    int length = 8 + Arrays.stream(contents).mapToInt(content -> content.length).sum();
    ByteBuffer box = ByteBuffer.allocate(length).putInt(length);
    box.put(type.getBytes(StandardCharsets.ISO_8859_1));
    Arrays.stream(contents).forEach(box::put);
    return box.array();
  }

  private static byte[] initialization(int version, int timescale) {
    ByteBuffer mdhd = ByteBuffer.allocate(version == 1 ? 36 : 24).put((byte) version);
    mdhd.putInt(version == 1 ? 20 : 12, timescale);
    return concatenated(
        box("ftyp", new byte[12]),
        box(
            "moov",
            box("mvhd", new byte[100]),
            box("trak", box("tkhd", new byte[84]), box("mdia", box("mdhd", mdhd.array())))));
  }

  private static byte[] segment(int version, long time) {
    ByteBuffer tfdt = ByteBuffer.allocate(version == 1 ? 12 : 8).put((byte) version);
    tfdt.position(4);
    if (version == 1) {
      tfdt.putLong(time);
    } else {
      tfdt.putInt((int) time);
    }
    return concatenated(
        box("styp", new byte[12]),
        box("emsg", new byte[40]),
        box(
            "moof",
            box("mfhd", new byte[8]),
            box("traf", box("tfhd", new byte[8]), box("tfdt", tfdt.array()))),
        box("mdat", new byte[1000]));
  }

  private static byte[] concatenated(byte[]... boxes) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(boxes).mapToInt(box -> box.length).sum());
    Arrays.stream(boxes).forEach(all::put);
    return all.array();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 90000, 0,             0",
    "0, 12800, 25600,         180000",
    "1, 90000, 4294967295,    4294967295",
    // More than a day of 90 kHz: times of MPEG-2 begin anew at 2^33.
    "1, 90000, 8589934592,    0",
    "1, 1000,  1763889332123, 8048630910",
  })
  void isToldInTheClockOfMpeg2(int version, int timescale, long ticks, long start) {
    assertThat(MediaStart.of(initialization(version, timescale), segment(version, ticks)))
        .contains(start);
  }

  @Test
  void isNotToldByWhatIsNoCmaf() {
    byte[] transportStream = new byte[1880];
    transportStream[0] = 0x47;
    assertThat(MediaStart.of(transportStream, transportStream)).isEmpty();
    assertThat(MediaStart.of(new byte[0], new byte[0])).isEmpty();
    assertThat(MediaStart.of(initialization(0, 0), segment(0, 1))).isEmpty();
    byte[] segment = segment(1, 7);
    assertThat(MediaStart.of(initialization(1, 90_000), Arrays.copyOf(segment, 120))).isEmpty();
    assertThat(MediaStart.of(initialization(1, 90_000), Arrays.copyOf(segment, segment.length - 1)))
        .contains(7L);
  }
}
