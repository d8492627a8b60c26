package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import onair.common.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecRulesTest {

  private final SpecRules rules = new SpecRules(true, 1);

  @Test
  void mediaStoreIsRefusedWhereAwsHasEndedItNamingTheDayAndWhatToChoose() {
    assertThatThrownBy(() -> new SpecRules(false, 1).require(spec("mediastore", null, 0, false)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(422);
              assertThat(problem.toBody(null, null))
                  .containsEntry("code", "mediastore_ended")
                  .extractingByKey("detail")
                  .asString()
                  .contains("2025-11-13", "origin s3");
            });
    assertThatCode(() -> rules.require(spec("mediastore", null, 0, false)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "mediapackage, mediapackage_v2, 1209600, false, -",
        "mediapackage, mediapackage_v1, 1209600, false, -",
        "mediapackage, mediapackage_v2, 0,       true,  -",
        "mediapackage, mediapackage_v1, 0,       true,  record",
        "s3,           -,               600,     false, -",
        "s3,           -,               601,     false, dvr_window_seconds",
        "s3,           -,               0,       true,  record",
        "mediastore,   -,               0,       true,  record",
        "s3,           mediapackage_v1, 0,       false, packaging",
      })
  void whatDoesNotGoTogetherIsRefusedByTheFieldToChange(
      String origin, @Nullable String packaging, int dvr, boolean record, @Nullable String field) {
    ChannelSpec spec = spec(origin, packaging, dvr, record);

    if (field == null) {
      assertThatCode(() -> rules.require(spec)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> rules.require(spec))
          .isInstanceOfSatisfying(
              Problem.class,
              problem ->
                  assertThat(problem.toBody(null, null).toString())
                      .contains(field, "unsupported_combination"));
    }
  }

  @Test
  void aFlowTakesOneRangeWhoeverNamedIt() {
    var two = srt(List.of("203.0.113.0/24", "198.51.100.0/24"));

    assertThatThrownBy(() -> rules.require(two)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> new SpecRules(true, 2).require(srt(List.of())))
        .isInstanceOf(Problem.class);
    assertThatCode(() -> new SpecRules(true, 2).require(srt(List.of("203.0.113.0/24"))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "rtmp,       true,  dual,   mediapackage, -",
        "rtmp,       true,  single, s3,           -",
        "srt,        true,  single, mediapackage, ingest.backup",
        "hls_pull,   true,  single, mediapackage, ingest.backup",
        "srt_caller, true,  single, mediapackage, ingest.backup",
        "srt,        false, dual,   mediapackage, pipelines",
        "mp4,        false, dual,   mediapackage, pipelines",
        "rtmp,       false, dual,   s3,           pipelines",
        "rtmp,       true,  dual,   mediastore,   pipelines",
      })
  void whatCannotBeDoneTwiceIsRefusedByTheFieldToChange(
      String protocol, boolean backup, String pipelines, String origin, @Nullable String field) {
    SourceSpec source =
        protocol.matches("rtmp|srt") ? null : new SourceSpec("https://example.com/a", null);
    var spec =
        new ChannelSpec(
            new IngestSpec(protocol, List.of(), 0, backup, source),
            new EncodingSpec("720p", pipelines),
            new PackagingSpec(origin, null, "standard", 0),
            false,
            AdsSpec.NONE);

    if (field == null) {
      assertThatCode(() -> rules.require(spec)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> rules.require(spec))
          .isInstanceOfSatisfying(
              Problem.class,
              problem ->
                  assertThat(problem.toBody(null, null).toString())
                      .contains(field, "unsupported_combination"));
    }
  }

  private static ChannelSpec srt(List<String> cidrs) {
    return new ChannelSpec(
        IngestSpec.of("srt", cidrs),
        EncodingSpec.DEFAULT,
        new PackagingSpec("mediapackage", null, "standard", 0),
        false,
        AdsSpec.NONE);
  }

  private static ChannelSpec spec(
      String origin, @Nullable String packaging, int dvrWindowSeconds, boolean record) {
    return new ChannelSpec(
        IngestSpec.DEFAULT,
        EncodingSpec.DEFAULT,
        new PackagingSpec(origin, packaging, "standard", dvrWindowSeconds),
        record,
        AdsSpec.NONE);
  }
}
