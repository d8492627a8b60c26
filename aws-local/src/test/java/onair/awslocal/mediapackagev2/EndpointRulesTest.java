package onair.awslocal.mediapackagev2;

import static onair.awslocal.mediapackagev2.MediaPackage.cmaf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.mediapackagev2.model.CreateDashManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest.Builder;
import software.amazon.awssdk.services.mediapackagev2.model.FilterConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.InputType;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationException;

class EndpointRulesTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static Arguments rule(String type, UnaryOperator<Builder> broken) {
    return Arguments.of(type, broken);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        rule("TS_CONTAINER_TYPE_WITH_DASH_MANIFEST", e -> e.containerType("TS")),
        rule(
            "TS_CONTAINER_TYPE_WITH_MSS_MANIFEST",
            e ->
                e.containerType("TS")
                    .dashManifests(List.of())
                    .mssManifests(m -> m.manifestName("index"))),
        rule(
            "CMAF_CONTAINER_TYPE_WITH_MSS_MANIFEST",
            e -> e.mssManifests(m -> m.manifestName("index"))),
        rule("ISM_CONTAINER_TYPE_WITH_HLS_MANIFEST", e -> e.containerType("ISM")),
        rule(
            "ISM_CONTAINER_TYPE_WITH_LL_HLS_MANIFEST",
            e ->
                e.containerType("ISM")
                    .hlsManifests(List.of())
                    .lowLatencyHlsManifests(m -> m.manifestName("ll"))),
        rule(
            "ISM_CONTAINER_TYPE_WITH_DASH_MANIFEST",
            e -> e.containerType("ISM").hlsManifests(List.of())),
        rule("NUM_MANIFESTS_LOW", e -> e.hlsManifests(List.of()).dashManifests(List.of())),
        rule(
            "NUM_MANIFESTS_HIGH",
            e -> e.hlsManifests(IntStream.range(0, 25).mapToObj(i -> hls("m" + i)).toList())),
        rule("MANIFEST_NAME_COLLISION", e -> e.hlsManifests(hls("index"), hls("index"))),
        rule(
            "MANIFEST_NAME_COLLISION", e -> e.lowLatencyHlsManifests(m -> m.manifestName("index"))),
        rule(
            "MANIFEST_NAME_COLLISION",
            e -> e.hlsManifests(m -> m.manifestName("index").childManifestName("index"))),
        rule("MANIFEST_NAME_COLLISION", e -> e.dashManifests(dash().build(), dash().build())),
        rule(
            "UPDATE_PERIOD_SMALLER_THAN_SEGMENT_DURATION",
            e -> e.dashManifests(dash().minUpdatePeriodSeconds(1).build())),
        rule(
            "PERIOD_TRIGGERS_NONE_SPECIFIED_WITH_ADDITIONAL_VALUES",
            e -> e.dashManifests(dash().periodTriggersWithStrings("NONE", "AVAILS").build())),
        rule(
            "TIMING_SOURCE_MISSING",
            e -> e.dashManifests(dash().utcTiming(t -> t.timingMode("HTTP_ISO")).build())),
        rule(
            "NONE_MODE_WITH_TIMING_SOURCE",
            e -> e.dashManifests(dash().utcTiming(t -> t.timingSource("http://t/")).build())),
        rule(
            "DIRECT_MODE_WITH_TIMING_SOURCE",
            e ->
                e.dashManifests(
                    dash()
                        .utcTiming(t -> t.timingMode("UTC_DIRECT").timingSource("http://t/"))
                        .build())),
        rule(
            "END_TIME_EARLIER_THAN_START_TIME",
            e -> e.hlsManifests(filtered(f -> f.start(NOON).end(NOON.minusSeconds(1))))),
        rule(
            "CLIP_START_TIME_WITH_START_OR_END",
            e -> e.hlsManifests(filtered(f -> f.start(NOON).clipStartTime(NOON)))),
        rule(
            "INVALID_TIME_DELAY_SECONDS",
            e -> e.hlsManifests(filtered(f -> f.timeDelaySeconds(3601)))),
        rule(
            "ENCRYPTION_METHOD_CONTAINER_TYPE_MISMATCH",
            e ->
                e.segment(
                    s ->
                        s.encryption(
                            c -> c.encryptionMethod(m -> m.tsEncryptionMethod("AES_128"))))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void aBrokenRuleIsNamed(String type, UnaryOperator<Builder> broken) {
    assertThatThrownBy(() -> EndpointRules.check(broken.apply(cmaf("e")).build(), InputType.CMAF))
        .isInstanceOfSatisfying(
            ValidationException.class,
            e -> assertThat(e.validationExceptionTypeAsString()).isEqualTo(type));
  }

  @Test
  void hlsAndDashMayHaveTheSameName() {
    assertThatCode(() -> EndpointRules.check(cmaf("e").build(), InputType.CMAF))
        .doesNotThrowAnyException();
  }

  @Test
  void onlyChannelsThatTakeCmafCanForceErrors() {
    var forced =
        cmaf("e")
            .forceEndpointErrorConfiguration(
                f -> f.endpointErrorConditionsWithStrings("STALE_MANIFEST"))
            .build();

    assertThatCode(() -> EndpointRules.check(forced, InputType.CMAF)).doesNotThrowAnyException();
    assertThatThrownBy(() -> EndpointRules.check(forced, InputType.HLS))
        .isInstanceOf(ValidationException.class);
  }

  private static CreateHlsManifestConfiguration hls(String name) {
    return CreateHlsManifestConfiguration.builder().manifestName(name).build();
  }

  private static CreateDashManifestConfiguration.Builder dash() {
    return CreateDashManifestConfiguration.builder().manifestName("index");
  }

  private static CreateHlsManifestConfiguration filtered(
      UnaryOperator<FilterConfiguration.Builder> filter) {
    return hls("index").toBuilder()
        .filterConfiguration(filter.apply(FilterConfiguration.builder()).build())
        .build();
  }
}
