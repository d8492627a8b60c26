package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import onair.awslocal.media.Splice;
import org.junit.jupiter.api.Test;

class SpliceInfoTest {

  private static final long HIGHEST_EVENT = 0xFFFF_FFFFL;
  private static final long HIGHEST_PTS = 0x1_FFFF_FFFFL;

  @Test
  void spliceInsertTellsEventTimeAndDuration() {
    Avail avail = avail(Splice.Message.SPLICE_INSERT, Duration.ofSeconds(30));

    SpliceInfoReader read = SpliceInfoReader.parse(SpliceInfo.hex(new Cue.Out(avail)));

    assertThat(read)
        .isEqualTo(new SpliceInfoReader(5, HIGHEST_EVENT, true, HIGHEST_PTS, 2_700_000L, -1));
  }

  @Test
  void spliceInsertOfABreakOfUnknownLengthHasNoDuration() {
    Avail avail = avail(Splice.Message.SPLICE_INSERT, null);

    assertThat(SpliceInfoReader.parse(SpliceInfo.hex(new Cue.Out(avail))).durationTicks()).isNull();
  }

  @Test
  void returnToNetworkIsASpliceInsertThatIsNotOut() {
    Avail avail = avail(Splice.Message.SPLICE_INSERT, Duration.ofSeconds(30));
    Cue back = new Cue.In(avail, Samples.NOON.plusSeconds(30), 77);

    assertThat(SpliceInfoReader.parse(SpliceInfo.hex(back)))
        .isEqualTo(new SpliceInfoReader(5, HIGHEST_EVENT, false, 77, null, -1));
  }

  @Test
  void placementOpportunityIsATimeSignalWithItsSegmentation() {
    Avail avail = avail(Splice.Message.PROVIDER_PLACEMENT_OPPORTUNITY, Duration.ofMinutes(10));
    Cue back = new Cue.In(avail, Samples.NOON.plusSeconds(600), 77);

    assertThat(SpliceInfoReader.parse(SpliceInfo.hex(new Cue.Out(avail))))
        .isEqualTo(new SpliceInfoReader(6, HIGHEST_EVENT, true, HIGHEST_PTS, 54_000_000L, 0x34));
    assertThat(SpliceInfoReader.parse(SpliceInfo.hex(back)).segmentationType()).isEqualTo(0x35);
  }

  /** The published sample of SCTE 35 section 14.2, whose checksum others have verified. */
  @Test
  void readerOfTheseTestsTakesAPublishedChecksum() {
    byte[] sample =
        HexFormat.of()
            .parseHex(
                "FC302F000000000000FFFFF014054800008F7FEFFE7369C02EFE0052CCF500000000000A0008435545"
                    + "490000013562DBA30A");

    assertThat(SpliceInfo.crc(sample, sample.length)).isZero();
  }

  private static Avail avail(Splice.Message message, Duration planned) {
    return new Avail(message, HIGHEST_EVENT, Samples.NOON, HIGHEST_PTS, planned);
  }
}
