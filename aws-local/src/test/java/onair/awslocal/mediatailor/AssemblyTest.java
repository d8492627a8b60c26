package onair.awslocal.mediatailor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;
import software.amazon.awssdk.services.mediatailor.model.BadRequestException;
import software.amazon.awssdk.services.mediatailor.model.ChannelState;
import software.amazon.awssdk.services.mediatailor.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediatailor.model.CreatePrefetchScheduleRequest;
import software.amazon.awssdk.services.mediatailor.model.CreateProgramRequest;
import software.amazon.awssdk.services.mediatailor.model.LiveSource;
import software.amazon.awssdk.services.mediatailor.model.MediaTailorException;
import software.amazon.awssdk.services.mediatailor.model.PrefetchScheduleType;
import software.amazon.awssdk.services.mediatailor.model.ScheduleEntry;
import software.amazon.awssdk.services.mediatailor.model.SlateSource;
import software.amazon.awssdk.services.mediatailor.model.Transition;

/** Channel assembly and prefetching by the AWS SDK. */
class AssemblyTest {

  private static final Instant EVENING = Instant.parse("2026-11-22T20:00:00Z");

  @TempDir Path folder;
  private Tailor tailor;
  private MediaTailorClient client;

  @BeforeEach
  void open() throws Exception {
    tailor = Tailor.in(folder);
    client = tailor.client;
    client.createSourceLocation(
        l ->
            l.sourceLocationName("films")
                .httpConfiguration(h -> h.baseUrl("https://films.example"))
                .tags(Map.of("a", "b")));
  }

  @AfterEach
  void close() throws Exception {
    tailor.close();
  }

  @Test
  void aLinearChannelTellsItsAddressesAndGivesBackItsSettings() {
    vod("slate");
    var made =
        client.createChannel(
            linear("tv")
                .tier("STANDARD")
                .timeShiftConfiguration(t -> t.maxTimeDelaySeconds(600))
                .build());
    assertThat(made.channelState()).isEqualTo(ChannelState.STOPPED);
    assertThat(made.outputs().getFirst().playbackUrl())
        .matches(
            "https://[0-9a-f]{32}\\.channel-assembly\\.mediatailor\\.eu-west-1\\.amazonaws\\.com"
                + "/v1/channel/tv/index\\.m3u8");
    var shown = client.describeChannel(c -> c.channelName("tv"));
    assertThat(shown.timeShiftConfiguration().maxTimeDelaySeconds()).isEqualTo(600);
    assertThat(shown.arn()).isEqualTo("arn:aws:mediatailor:eu-west-1:111122223333:channel/tv");
    assertThat(shown.tier()).isEqualTo("STANDARD");
  }

  @Test
  void aChannelNeedsWhatItsPlaybackModeAsksFor() {
    assertThatThrownBy(
            () -> client.createChannel(linear("tv").fillerSlate((SlateSource) null).build()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("FillerSlate");
    vod("slate");
    assertThatThrownBy(() -> client.createChannel(linear("tv").playbackMode("LOOP").build()))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(
            () ->
                client.createChannel(
                    linear("tv").outputs(o -> o.manifestName("m").sourceGroup("g")).build()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("HLS or DASH");
  }

  @Test
  void programsStandInTheOrderOfTheirTimesAndOneAnother() {
    vod("slate");
    client.createChannel(linear("tv").build());
    absolute("late", EVENING.plusSeconds(3600));
    absolute("early", EVENING);
    relative("second", "early");
    relative("last", null);
    assertThat(schedule())
        .extracting(ScheduleEntry::programName)
        .containsExactly("early", "second", "late", "last");
    assertThat(schedule())
        .extracting(ScheduleEntry::approximateStartTime)
        .as("early is a clip of ten minutes, the others' lengths are their sources' secret")
        .containsExactly(
            EVENING,
            EVENING.plusSeconds(600),
            EVENING.plusSeconds(3600),
            EVENING.plusSeconds(4200));

    client.updateProgram(
        p ->
            p.channelName("tv")
                .programName("early")
                .scheduleConfiguration(
                    s ->
                        s.transition(
                            t ->
                                t.scheduledStartTimeMillis(
                                    EVENING.plusSeconds(7200).toEpochMilli()))));
    assertThat(schedule())
        .extracting(ScheduleEntry::programName)
        .containsExactly("late", "last", "early", "second");
  }

  @Test
  void liveSourcesNeedTheStandardTierAndALength() {
    vod("slate");
    client.createLiveSource(
        s ->
            s.sourceLocationName("films")
                .liveSourceName("match")
                .httpPackageConfigurations(
                    p -> p.path("/live.m3u8").sourceGroup("hls").type("HLS")));
    client.createChannel(linear("basic").build());
    client.createChannel(linear("standard").tier("STANDARD").build());
    assertThatThrownBy(() -> client.createProgram(live("basic", 60_000L)))
        .hasMessageContaining("STANDARD");
    assertThatThrownBy(() -> client.createProgram(live("standard", null)))
        .hasMessageContaining("DurationMillis");
    client.createProgram(live("standard", 60_000L));
    assertThat(client.getChannelSchedule(s -> s.channelName("standard")).items())
        .extracting(ScheduleEntry::approximateDurationSeconds)
        .containsExactly(60L);
    assertThatThrownBy(
            () ->
                client.deleteLiveSource(s -> s.sourceLocationName("films").liveSourceName("match")))
        .hasMessageContaining("in use");
  }

  @Test
  void aChannelHasAPolicyWhenItWasPut() {
    vod("slate");
    client.createChannel(linear("tv").build());
    assertThatThrownBy(() -> client.getChannelPolicy(c -> c.channelName("tv")))
        .isInstanceOfSatisfying(
            MediaTailorException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    String policy =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
            + "\"Action\":\"mediatailor:GetManifest\",\"Resource\":\"*\"}]}";
    client.putChannelPolicy(c -> c.channelName("tv").policy(policy));
    assertThat(client.getChannelPolicy(c -> c.channelName("tv")).policy()).isEqualTo(policy);
    client.deleteChannelPolicy(c -> c.channelName("tv"));
    assertThatThrownBy(() -> client.putChannelPolicy(c -> c.channelName("tv").policy("junk")))
        .isInstanceOf(BadRequestException.class);
    client.configureLogsForChannel(c -> c.channelName("tv").logTypesWithStrings("AS_RUN"));
    assertThat(
            client.describeChannel(c -> c.channelName("tv")).logConfiguration().logTypesAsStrings())
        .containsExactly("AS_RUN");
  }

  @Test
  void everyKindOfResourceIsTaggedByItsArn() {
    vod("slate");
    String location = client.describeSourceLocation(l -> l.sourceLocationName("films")).arn();
    String source =
        client.describeVodSource(s -> s.sourceLocationName("films").vodSourceName("slate")).arn();
    String channel = client.createChannel(linear("tv").build()).arn();
    for (String arn : List.of(location, source, channel)) {
      client.tagResource(t -> t.resourceArn(arn).tags(Map.of("k", "v")));
    }
    client.untagResource(t -> t.resourceArn(location).tagKeys("a"));
    assertThat(client.listTagsForResource(t -> t.resourceArn(location)).tags())
        .isEqualTo(Map.of("k", "v"));
    assertThat(client.describeChannel(c -> c.channelName("tv")).tags()).containsEntry("k", "v");
  }

  @Test
  void aPrefetchScheduleIsAnsweredAsItWasAskedForAndGoesWithItsConfiguration() {
    client.putPlaybackConfiguration(p -> p.name("ev"));
    var made = client.createPrefetchSchedule(prefetch("ad-1").build());
    assertThat(made.arn())
        .isEqualTo("arn:aws:mediatailor:eu-west-1:111122223333:prefetchSchedule/ev/ad-1");
    assertThat(made.scheduleType()).isEqualTo(PrefetchScheduleType.SINGLE);
    assertThatThrownBy(() -> client.createPrefetchSchedule(prefetch("ad-1").build()))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(
            () ->
                client.createPrefetchSchedule(
                    prefetch("ad-2")
                        .retrieval(r -> r.startTime(EVENING.plusSeconds(1)).endTime(EVENING))
                        .build()))
        .isInstanceOf(BadRequestException.class);
    client.deletePlaybackConfiguration(p -> p.name("ev"));
    client.putPlaybackConfiguration(p -> p.name("ev"));
    assertThat(client.listPrefetchSchedules(l -> l.playbackConfigurationName("ev")).items())
        .isEmpty();
  }

  @Test
  void aConfigurationHasTwentyFiveActivePrefetchSchedules() {
    client.putPlaybackConfiguration(p -> p.name("ev"));
    for (int i = 0; i < 25; i++) {
      client.createPrefetchSchedule(prefetch("ad-" + i).build());
    }
    assertThatThrownBy(() -> client.createPrefetchSchedule(prefetch("one-more").build()))
        .isInstanceOf(BadRequestException.class);
    client.deletePrefetchSchedule(s -> s.playbackConfigurationName("ev").name("ad-0"));
    client.createPrefetchSchedule(prefetch("one-more").build());
  }

  @Test
  void paginatorsGiveEverythingOnce() {
    client.putPlaybackConfiguration(p -> p.name("ev"));
    vod("slate");
    for (int i = 0; i < 5; i++) {
      String name = "n" + i;
      client.createSourceLocation(
          l ->
              l.sourceLocationName(name)
                  .httpConfiguration(h -> h.baseUrl("https://films.example")));
      vod(name);
      client.createLiveSource(
          s ->
              s.sourceLocationName("films")
                  .liveSourceName(name)
                  .httpPackageConfigurations(
                      p -> p.path("/live.m3u8").sourceGroup("hls").type("HLS")));
      client.createChannel(linear(name).build());
      client.createPrefetchSchedule(prefetch(name).build());
      client.putPlaybackConfiguration(p -> p.name(name));
    }
    client.createChannel(linear("tv").build());
    for (int i = 0; i < 5; i++) {
      relative("p" + i, null);
    }
    assertThat(client.listSourceLocationsPaginator(l -> l.maxResults(2)).items()).hasSize(6);
    assertThat(
            client
                .listVodSourcesPaginator(l -> l.sourceLocationName("films").maxResults(2))
                .items())
        .hasSize(6);
    assertThat(
            client
                .listLiveSourcesPaginator(l -> l.sourceLocationName("films").maxResults(2))
                .items())
        .extracting(LiveSource::liveSourceName)
        .containsExactly("n0", "n1", "n2", "n3", "n4");
    assertThat(client.listChannelsPaginator(l -> l.maxResults(2)).items()).hasSize(6);
    assertThat(
            client
                .listPrefetchSchedulesPaginator(
                    l -> l.playbackConfigurationName("ev").maxResults(2))
                .items())
        .hasSize(5);
    assertThat(client.getChannelSchedulePaginator(s -> s.channelName("tv").maxResults(2)).items())
        .extracting(ScheduleEntry::programName)
        .containsExactly("p0", "p1", "p2", "p3", "p4");
    assertThat(client.listPlaybackConfigurationsPaginator(l -> l.maxResults(2)).items()).hasSize(6);
    assertThat(client.listAlertsPaginator(l -> l.resourceArn("arn:aws:mediatailor:x")).items())
        .isEmpty();
  }

  private void vod(String name) {
    client.createVodSource(
        s ->
            s.sourceLocationName("films")
                .vodSourceName(name)
                .httpPackageConfigurations(p -> p.path("/a.m3u8").sourceGroup("hls").type("HLS")));
  }

  private static CreateChannelRequest.Builder linear(String name) {
    return CreateChannelRequest.builder()
        .channelName(name)
        .playbackMode("LINEAR")
        .fillerSlate(s -> s.sourceLocationName("films").vodSourceName("slate"))
        .outputs(
            o ->
                o.manifestName("index")
                    .sourceGroup("hls")
                    .hlsPlaylistSettings(h -> h.manifestWindowSeconds(60)));
  }

  private void absolute(String name, Instant start) {
    program(name, t -> t.type("ABSOLUTE").scheduledStartTimeMillis(start.toEpochMilli()));
  }

  private void relative(String name, String after) {
    program(name, t -> t.type("RELATIVE").relativeProgram(after));
  }

  private void program(String name, Consumer<Transition.Builder> transition) {
    client.createProgram(
        p ->
            p.channelName("tv")
                .programName(name)
                .sourceLocationName("films")
                .vodSourceName("slate")
                .scheduleConfiguration(
                    s ->
                        s.clipRange(c -> c.endOffsetMillis(600_000L))
                            .transition(
                                t ->
                                    t.relativePosition("AFTER_PROGRAM")
                                        .applyMutation(transition))));
  }

  private static CreateProgramRequest live(String channel, Long millis) {
    return CreateProgramRequest.builder()
        .channelName(channel)
        .programName("match")
        .sourceLocationName("films")
        .liveSourceName("match")
        .scheduleConfiguration(
            s ->
                s.transition(
                    t ->
                        t.type("ABSOLUTE")
                            .relativePosition("AFTER_PROGRAM")
                            .scheduledStartTimeMillis(EVENING.toEpochMilli())
                            .durationMillis(millis)))
        .build();
  }

  private List<ScheduleEntry> schedule() {
    return client.getChannelSchedule(s -> s.channelName("tv")).items();
  }

  private static CreatePrefetchScheduleRequest.Builder prefetch(String name) {
    Instant later = Instant.now().plus(Duration.ofDays(1));
    return CreatePrefetchScheduleRequest.builder()
        .playbackConfigurationName("ev")
        .name(name)
        .retrieval(r -> r.endTime(later))
        .consumption(c -> c.endTime(later));
  }
}
