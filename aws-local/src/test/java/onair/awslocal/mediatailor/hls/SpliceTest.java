package onair.awslocal.mediatailor.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Examples of SCTE 35 2020, chapter 14. */
class SpliceTest {

  @Test
  void readsASpliceInsert() {
    Splice splice =
        Splice.parse("/DAvAAAAAAAA///wFAVIAACPf+/+c2nALv4AUsz1AAAAAAAKAAhDVUVJAAABNWLbowo=");
    assertThat(splice.duration()).isEqualTo(Duration.ofMillis(60_293).plusNanos(566_666));
    assertThat(splice.variables())
        .isEqualTo(
            Map.of(
                "scte.event_id", "1207959695",
                "scte.unique_program_id", "0",
                "scte.avail_num", "0",
                "scte.avails_expected", "0"));
  }

  @Test
  void readsTheSegmentationOfATimeSignal() {
    Splice splice =
        Splice.parse(
            "0xFC3034000000000000FFFFF00506FE72BD0050001E021C435545494800008E7FCF0001A599B00808000000002CA0A18A3402009AC9D17E");
    assertThat(splice.variables())
        .containsEntry("scte.event_id", "1207959694")
        .containsEntry("scte.segmentation_type_id", "52")
        .containsEntry("scte.segmentation_upid_type", "8")
        .containsEntry("scte.segmentation_upid", "000000002ca0a18a");
    assertThat(splice.duration()).isEqualTo(Duration.ofMillis(307_000));
  }

  @Test
  void takesNothingFromWhatCannotBeRead() {
    for (String text :
        new String[] {"", "0xFC", "0xZZ", "/DAv", "not base64!", "0x00", "/DAvAAAAAAAA///wFAVI"}) {
      assertThat(Splice.parse(text)).as(text).isEqualTo(Splice.NONE);
    }
    assertThat(Splice.parse(null)).isEqualTo(Splice.NONE);
  }
}
