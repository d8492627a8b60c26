package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import onair.channel.ladder.Ladders;
import onair.channel.live.ChannelDiff.Part;
import onair.channel.parts.Slate;
import onair.channel.secret.StreamKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EditRulesTest {

  private static final Ladders LADDERS = Ladders.bundled();
  private static final EditRules RULES = new EditRules(LADDERS);
  private static final Instant NOW = Instant.EPOCH;
  private static final ChannelSpec SPEC = ChannelSpec.DEFAULT;
  private static final PackagingSpec PACKAGING = SPEC.packaging();
  private static final PackagingSpec STORED = new PackagingSpec("s3", null, "standard", 0);

  private record Row(EditedField field, Channel before, Channel after, EditEffect effect) {

    static Row of(EditedField field, ChannelSpec after, EditEffect effect) {
      return new Row(field, channel(SPEC), channel(after), effect);
    }

    static Row stored(EditedField field, ChannelSpec before, ChannelSpec after) {
      return new Row(field, channel(before), channel(after), EditEffect.BREAKS_VIEWERS);
    }
  }

  static Stream<Row> rows() {
    var slate = new Slate("FF8000", null, 1000, 0);
    var drm = new DrmSpec("cbcs", List.of("widevine"), "https://keys.example.com/speke");
    var slower = LADDERS.require("720p").gopSeconds(4);
    return Stream.of(
        new Row(
            EditedField.NAME,
            channel(SPEC),
            channel(SPEC).described("Other", Map.of(), SPEC, NOW),
            EditEffect.IN_PLACE),
        new Row(
            EditedField.METADATA,
            channel(SPEC),
            channel(SPEC).described("Show", Map.of("crew", "b"), SPEC, NOW),
            EditEffect.IN_PLACE),
        Row.of(EditedField.RECORD, SPEC.recorded(true), EditEffect.IN_PLACE),
        Row.of(EditedField.ADS, ads(), EditEffect.IN_PLACE),
        Row.of(
            EditedField.DVR_WINDOW_SECONDS, packaged(PACKAGING.dvrWindow(60)), EditEffect.IN_PLACE),
        Row.of(EditedField.LADDER, encoded("1080p", "single", null), EditEffect.RESTART),
        Row.of(EditedField.PIPELINES, encoded("720p", "dual", null), EditEffect.RESTART),
        Row.of(EditedField.SLATE, encoded("720p", "single", slate), EditEffect.RESTART),
        Row.of(
            EditedField.LADDER,
            new ChannelSpec(
                SPEC.ingest(),
                new EncodingSpec("slower", "single", slower, null),
                PACKAGING,
                false,
                AdsSpec.NONE),
            EditEffect.BREAKS_VIEWERS),
        Row.of(
            EditedField.LATENCY,
            packaged(new PackagingSpec("mediapackage", null, "reduced", 3600)),
            EditEffect.BREAKS_VIEWERS),
        Row.of(
            EditedField.PACKAGING,
            packaged(new PackagingSpec("mediapackage", "mediapackage_v1", "standard", 3600)),
            EditEffect.BREAKS_VIEWERS),
        Row.of(
            EditedField.DELAY_SECONDS,
            packaged(new PackagingSpec("mediapackage", null, "standard", 3600, 30, null)),
            EditEffect.BREAKS_VIEWERS),
        Row.of(
            EditedField.DRM,
            packaged(new PackagingSpec("mediapackage", null, "standard", 3600, null, drm)),
            EditEffect.BREAKS_VIEWERS),
        Row.stored(
            EditedField.ORIGIN,
            packaged(STORED),
            packaged(new PackagingSpec("mediastore", null, "standard", 0))),
        Row.stored(
            EditedField.DVR_WINDOW_SECONDS, packaged(STORED), packaged(STORED.dvrWindow(600))),
        Row.stored(
            EditedField.SLATE,
            packaged(STORED),
            new ChannelSpec(
                SPEC.ingest(),
                new EncodingSpec("720p", "single", null, slate),
                STORED,
                false,
                AdsSpec.NONE)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aFieldThatChangesHasTheEffectOfTheTable(Row row) {
    Edit edit = RULES.of(row.before(), row.after());

    assertThat(edit.fields()).containsExactly(Map.entry(row.field(), row.effect()));
    assertThat(edit.effect()).isEqualTo(row.effect());
  }

  /** What is made anew for it must not be worse than what was told. */
  @ParameterizedTest
  @MethodSource("rows")
  void whatIsMadeAnewIsNoMoreThanWhatTheEffectSays(Row row) {
    Set<Part> parts = ChannelDiff.between(row.after().spec(), row.before().spec());

    Set<Part> allowed =
        switch (row.effect()) {
          case IN_PLACE -> EnumSet.of(Part.WINDOW);
          case RESTART -> EnumSet.of(Part.ENCODER, Part.INPUT);
          case BREAKS_VIEWERS -> EnumSet.allOf(Part.class);
        };
    assertThat(allowed).containsAll(parts);
  }

  @Test
  void everyFieldOfAPatchHasAnEffect() {
    List<String> patchable =
        Arrays.stream(ChannelPatch.class.getRecordComponents())
            .map(RecordComponent::getName)
            .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
            .toList();

    assertThat(Arrays.stream(EditedField.values()).map(EditedField::word))
        .containsExactlyInAnyOrderElementsOf(patchable);
  }

  @ParameterizedTest
  @EnumSource(EditedField.class)
  void everyFieldIsInTheTable(EditedField field) {
    assertThat(rows().map(Row::field)).contains(field);
  }

  @Test
  void ofSeveralTheWorstCountsAndWhatStaysAsItIsDoesNot() {
    ChannelSpec after =
        new ChannelSpec(
            SPEC.ingest(),
            new EncodingSpec("1080p", "single"),
            new PackagingSpec("mediapackage", null, "reduced", 60),
            true,
            AdsSpec.NONE);

    Edit edit = RULES.of(channel(SPEC), channel(after));

    assertThat(edit.effect()).isEqualTo(EditEffect.BREAKS_VIEWERS);
    assertThat(edit.fields(EditEffect.BREAKS_VIEWERS)).containsExactly("latency");
    assertThat(edit.fields(EditEffect.RESTART)).containsExactly("ladder");
    assertThat(edit.fields(EditEffect.IN_PLACE)).containsExactly("dvr_window_seconds", "record");
    assertThat(RULES.of(channel(SPEC), channel(SPEC)).fields()).isEmpty();
  }

  private static ChannelSpec ads() {
    return new ChannelSpec(
        SPEC.ingest(), SPEC.encoding(), PACKAGING, false, new AdsSpec(true, null));
  }

  private static ChannelSpec packaged(PackagingSpec packaging) {
    return new ChannelSpec(SPEC.ingest(), SPEC.encoding(), packaging, false, AdsSpec.NONE);
  }

  private static ChannelSpec encoded(String ladder, String pipelines, @Nullable Slate slate) {
    return new ChannelSpec(
        SPEC.ingest(),
        new EncodingSpec(ladder, pipelines, null, slate),
        PACKAGING,
        false,
        AdsSpec.NONE);
  }

  private static Channel channel(ChannelSpec spec) {
    return new Channel(
        ChannelId.next(),
        "org_1",
        "pb_1",
        1,
        "Show",
        Map.of(),
        spec,
        new StreamKey("key"),
        null,
        Desired.RUNNING,
        ChannelStatus.NEW,
        Run.asked(Desired.RUNNING, NOW),
        Holdings.NOTHING,
        "op_1",
        NOW,
        NOW);
  }
}
