package onair.delivery.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onair.delivery.distribution.DistributionDiff.Change;
import onair.delivery.distribution.DistributionLayout.Behavior;
import onair.delivery.distribution.DistributionLayout.Caching;
import onair.delivery.distribution.DistributionLayout.Origin;
import onair.delivery.distribution.DistributionLayout.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionDiffTest {

  private static final Map<Signing, String> ACCESS =
      Map.of(Signing.MEDIAPACKAGEV2, "E1", Signing.S3, "E2");
  private static final Caching MANIFESTS = new Caching.Manifest("P1");
  private static final MediaOrigin LIVE = group("onair-live", "a.example");
  private static final MediaOrigin MORE = group("onair-more", "b.example");
  private static final DistributionLayout ONE = layout(LIVE);

  private static MediaOrigin group(String name, String domain) {
    return new MediaOrigin(
        name, MediaOrigin.Kind.MEDIAPACKAGEV2, domain, List.of("/out/v1/" + name + "/*"));
  }

  private static DistributionLayout layout(MediaOrigin... groups) {
    return DistributionLayout.of(List.of(groups), ACCESS, "P1", PriceClass.EUROPE_AND_AMERICA);
  }

  @Test
  void laysOutManifestsShortAndSegmentsLongForEachGroup() {
    assertThat(layout(LIVE, MORE).behaviors())
        .containsExactly(
            new Behavior("/out/v1/onair-live/*.m3u8", "onair-live", MANIFESTS),
            new Behavior("/out/v1/onair-live/*.mpd", "onair-live", MANIFESTS),
            new Behavior("/out/v1/onair-live/*", "onair-live", new Caching.Segment()),
            new Behavior("/out/v1/onair-more/*.m3u8", "onair-more", MANIFESTS),
            new Behavior("/out/v1/onair-more/*.mpd", "onair-more", MANIFESTS),
            new Behavior("/out/v1/onair-more/*", "onair-more", new Caching.Segment()),
            new Behavior("*", "onair-live", new Caching.Segment()));
  }

  @Test
  void refusesMoreGroupsThanOneDistributionHolds() {
    List<MediaOrigin> nine =
        IntStream.range(0, 9).mapToObj(i -> group("g" + i, "g.example")).toList();

    assertThatThrownBy(() -> DistributionLayout.of(nine, ACCESS, "P1", PriceClass.ALL))
        .hasMessageContaining("9 origins");
    assertThat(DistributionLayout.of(nine.subList(0, 8), ACCESS, "P1", PriceClass.ALL).behaviors())
        .hasSize(25);
  }

  @Test
  void findsNothingToDoWhenOnlyTheOrderOfOriginsDiffers() {
    DistributionLayout wanted = layout(LIVE, MORE);
    DistributionLayout observed = withOrigins(wanted, wanted.origins().reversed());

    assertThat(DistributionDiff.between(wanted, observed)).isEqualTo(new Change.None());
  }

  static Stream<Arguments> differences() {
    return Stream.of(
        Arguments.of("a group has come", layout(LIVE, MORE), ONE, List.of("origins", "behaviors")),
        Arguments.of(
            "a group was made anew and has another domain",
            ONE,
            withOrigins(ONE, List.of(new Origin("onair-live", Source.WEB, "old.example", "E1"))),
            List.of("origins")),
        Arguments.of(
            "somebody took the access control away, so that the origin refuses",
            ONE,
            withOrigins(ONE, List.of(new Origin("onair-live", Source.WEB, "a.example", ""))),
            List.of("origins")),
        Arguments.of(
            "segments would win over manifests and keep them for a day",
            ONE,
            withBehaviors(ONE, ONE.behaviors().reversed()),
            List.of("behaviors")),
        Arguments.of(
            "somebody disabled it",
            ONE,
            new DistributionLayout(
                false, ONE.priceClass(), ONE.origins(), ONE.behaviors(), ONE.errorTtls()),
            List.of("it is disabled")),
        Arguments.of(
            "errors would be kept for ten seconds",
            ONE,
            new DistributionLayout(
                true,
                ONE.priceClass(),
                ONE.origins(),
                ONE.behaviors(),
                Map.of(404, Duration.ofSeconds(10))),
            List.of("error caching")),
        Arguments.of(
            "manifests have AWS's own cache policy, which keeps low-latency players from asking",
            ONE,
            DistributionLayout.of(List.of(LIVE), ACCESS, "08627262", PriceClass.EUROPE_AND_AMERICA),
            List.of("behaviors")),
        Arguments.of(
            "another price class is wanted now",
            DistributionLayout.of(List.of(LIVE), ACCESS, "P1", PriceClass.ALL),
            ONE,
            List.of("price class")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("differences")
  void updatesWhen(
      String reason, DistributionLayout wanted, DistributionLayout observed, List<String> told) {
    assertThat(DistributionDiff.between(wanted, observed))
        .isInstanceOfSatisfying(
            Change.Update.class,
            update -> {
              assertThat(update.differences()).hasSameSizeAs(told);
              for (int i = 0; i < told.size(); i++) {
                assertThat(update.differences().get(i)).startsWith(told.get(i));
              }
            });
  }

  @Test
  void putsAFolderBeforeTheOneItLiesInAndSignsEachOriginItsOwnWay() {
    MediaOrigin everything =
        new MediaOrigin("v1", MediaOrigin.Kind.MEDIAPACKAGE, "v.example", List.of("/out/v1/*"));
    MediaOrigin bucket =
        new MediaOrigin("vod", MediaOrigin.Kind.S3, "b.example", List.of("/vod/*"));
    MediaOrigin ads =
        new MediaOrigin("ads", MediaOrigin.Kind.MEDIATAILOR, "t.example", List.of("/v1/*"));

    DistributionLayout layout = layout(everything, LIVE, bucket, ads);

    assertThat(layout.behaviors())
        .extracting(Behavior::path)
        .containsSubsequence("/out/v1/onair-live/*", "/out/v1/*.m3u8", "/vod/*", "*");
    assertThat(layout.behaviors()).contains(new Behavior("/v1/*", "ads", new Caching.Personal()));
    assertThat(layout.origins())
        .containsExactly(
            new Origin("v1", Source.WEB, "v.example", ""),
            new Origin("onair-live", Source.WEB, "a.example", "E1"),
            new Origin("vod", Source.BUCKET, "b.example", "E2"),
            new Origin("ads", Source.WEB, "t.example", ""));
  }

  private static DistributionLayout withOrigins(DistributionLayout layout, List<Origin> origins) {
    return new DistributionLayout(
        layout.enabled(), layout.priceClass(), origins, layout.behaviors(), layout.errorTtls());
  }

  private static DistributionLayout withBehaviors(
      DistributionLayout layout, List<Behavior> behaviors) {
    return new DistributionLayout(
        layout.enabled(), layout.priceClass(), layout.origins(), behaviors, layout.errorTtls());
  }
}
