package onair.vod.mediaconvert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onair.vod.transcode.Ladder;
import onair.vod.transcode.MediaFacts.Video;
import onair.vod.transcode.TranscodeSpec;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.mediaconvert.model.ContainerType;
import software.amazon.awssdk.services.mediaconvert.model.JobSettings;
import software.amazon.awssdk.services.mediaconvert.model.Output;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroup;

class JobShapesTest {

  private static JobSettings settings(boolean audio, boolean mp4) {
    return JobShapes.settings(
        "films",
        new TranscodeSpec(
            "uploads/as_1/up_1",
            "vod/as_1/",
            Ladder.of(new Video(1280, 720, 25, "avc")),
            audio,
            mp4));
  }

  @Test
  void oneCmafSetCarriesHlsAndDash() {
    OutputGroup cmaf = settings(true, false).outputGroups().getFirst();
    var group = cmaf.outputGroupSettings().cmafGroupSettings();
    assertThat(group.destination()).isEqualTo("s3://films/vod/as_1/index");
    assertThat(group.writeHlsManifestAsString()).isEqualTo("ENABLED");
    assertThat(group.writeDashManifestAsString()).isEqualTo("ENABLED");
    assertThat(group.segmentLength() % group.fragmentLength()).isZero();
    assertThat(cmaf.outputs())
        .extracting(Output::nameModifier)
        .containsExactly("_v720", "_v480", "_v360", "_v240", "_audio");
    assertThat(cmaf.outputs())
        .allMatch(output -> output.containerSettings().container() == ContainerType.CMFC)
        .allMatch(
            output -> (output.videoDescription() == null) != output.audioDescriptions().isEmpty());
  }

  @Test
  void aSilentSourceAsksForNoSound() {
    JobSettings settings = settings(false, true);
    assertThat(settings.inputs().getFirst().audioSelectors()).isEmpty();
    assertThat(settings.outputGroups().stream().flatMap(group -> group.outputs().stream()))
        .allMatch(output -> output.audioDescriptions().isEmpty());
  }

  @Test
  void thumbnailsAreAlwaysTakenAndAnMp4OnlyWhenAsked() {
    assertThat(names(settings(true, false))).containsExactly("cmaf", "thumbnails");
    assertThat(names(settings(true, true))).containsExactly("cmaf", "thumbnails", "mp4");
    assertThat(
            settings(true, true).outputGroups().getLast().outputs().getFirst().audioDescriptions())
        .hasSize(1);
  }

  @Test
  void theSameSourceGivesTheSameRequest() {
    assertThat(settings(true, true)).isEqualTo(settings(true, true));
  }

  private static List<String> names(JobSettings settings) {
    return settings.outputGroups().stream().map(OutputGroup::name).toList();
  }
}
