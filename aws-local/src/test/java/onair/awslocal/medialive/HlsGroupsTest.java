package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import onair.awslocal.media.HlsOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.HlsGroupSettings;
import software.amazon.awssdk.services.medialive.model.HlsSettings;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputGroup;

class HlsGroupsTest {

  private static final HlsSettings FRAGMENTED =
      HlsSettings.builder().fmp4HlsSettings(f -> {}).build();

  @Test
  void aGroupIsWrittenAsItsSettingsSay() {
    HlsGroups groups =
        groups(
            "s3ssl://live/a/index",
            s -> s.segmentLength(2).indexNSegments(5).keepSegments(3),
            video("v", "_hd", FRAGMENTED));

    assertThat(groups.refused()).isEmpty();
    assertThat(groups.video()).containsExactly("v");
    assertThat(groups.outputs(new Renditions()))
        .containsExactly(
            new HlsOutput(
                HlsOutput.Store.S3, "live", "a/index", Map.of(), Duration.ofSeconds(2), 5, 5));
  }

  @ParameterizedTest
  @CsvSource({
    "s3ssl://bucket/a/b/index, S3, bucket, a/b/index",
    "s3://bucket/index, S3, bucket, index",
    "mediastoressl://abc23.data.mediastore.eu-west-1.amazonaws.com/live/index, MEDIASTORE, abc23, live/index",
    "mediastoressl://127.0.0.1:4566/_aws-local/mediastore/abc23/live/index, MEDIASTORE, abc23, live/index"
  })
  void aDestinationNamesABucketOrAContainer(
      String url, HlsOutput.Store store, String bucket, String base) {
    assertThat(HlsDestination.of(url)).hasValue(new HlsDestination(store, bucket, base));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.com/live/index", "s3ssl://bucket", "s3ssl://bucket/folder/"})
  void noOtherDestinationIsWrittenTo(String url) {
    HlsGroups groups = groups(url, s -> {}, video("v", "_hd", FRAGMENTED));

    assertThat(groups.groups()).isEmpty();
    assertThat(groups.refused()).isPresent();
  }

  @Test
  void transportStreamsFilesOnDemandAndMixedOutputsAreNotWritten() {
    String url = "s3ssl://live/a/index";
    HlsSettings transport =
        HlsSettings.builder().standardHlsSettings(s -> s.m3u8Settings(m -> {})).build();
    Output mixed = video("v", "_hd", FRAGMENTED).toBuilder().audioDescriptionNames("a").build();

    assertThat(groups(url, s -> {}, video("v", "_hd", transport)).refused()).isPresent();
    assertThat(groups(url, s -> s.mode("VOD"), video("v", "_hd", FRAGMENTED)).refused())
        .isPresent();
    assertThat(groups(url, s -> {}, mixed).refused()).isPresent();
    assertThat(groups(url, s -> s.segmentLength(60), video("v", "_hd", FRAGMENTED)).refused())
        .isEqualTo(Optional.of(groups(url, s -> {}, mixed).refused().orElseThrow()));
  }

  @Test
  void outputsNeedNamesOfTheirOwn() {
    OutputGroup same =
        OutputGroup.builder()
            .outputs(video("v", "_hd", FRAGMENTED), video("w", "_hd", FRAGMENTED))
            .build();

    assertThat(HlsGroups.distinctNames(same)).isFalse();
    assertThat(
            HlsGroups.distinctNames(
                OutputGroup.builder()
                    .outputs(List.of(video("v", "_hd", FRAGMENTED), video("w", "_sd", FRAGMENTED)))
                    .build()))
        .isTrue();
  }

  private static HlsGroups groups(
      String url, Consumer<HlsGroupSettings.Builder> settings, Output... outputs) {
    return HlsGroups.of(
        Channel.builder()
            .destinations(d -> d.id("hls").settings(s -> s.url(url)))
            .encoderSettings(
                e ->
                    e.outputGroups(
                        OutputGroup.builder()
                            .outputGroupSettings(
                                g ->
                                    g.hlsGroupSettings(
                                        h -> {
                                          h.destination(d -> d.destinationRefId("hls"));
                                          settings.accept(h);
                                        }))
                            .outputs(outputs)
                            .build()))
            .build(),
        0);
  }

  private static Output video(String description, String modifier, HlsSettings form) {
    return Output.builder()
        .videoDescriptionName(description)
        .outputSettings(s -> s.hlsOutputSettings(h -> h.nameModifier(modifier).hlsSettings(form)))
        .build();
  }
}
