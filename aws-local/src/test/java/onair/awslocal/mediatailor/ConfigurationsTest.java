package onair.awslocal.mediatailor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import onair.awslocal.resource.RequestBodies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;
import software.amazon.awssdk.services.mediatailor.model.BadRequestException;
import software.amazon.awssdk.services.mediatailor.model.ConfigureLogsForPlaybackConfigurationRequest;
import software.amazon.awssdk.services.mediatailor.model.InsertionMode;
import software.amazon.awssdk.services.mediatailor.model.LoggingStrategy;
import software.amazon.awssdk.services.mediatailor.model.MediaTailorException;
import software.amazon.awssdk.services.mediatailor.model.Mode;
import software.amazon.awssdk.services.mediatailor.model.PlaybackConfiguration;
import software.amazon.awssdk.services.mediatailor.model.PutPlaybackConfigurationRequest;

class ConfigurationsTest {

  @TempDir Path folder;
  private Tailor tailor;
  private MediaTailorClient client;

  @BeforeEach
  void open() throws Exception {
    tailor = Tailor.in(folder);
    client = tailor.client;
  }

  @AfterEach
  void close() throws Exception {
    tailor.close();
  }

  @Test
  void answersWithTheAddressesThatAwsMakes() {
    var made = client.putPlaybackConfiguration(p -> p.name("ev-42"));
    String host = "https://[0-9a-f]{32}\\.mediatailor\\.eu-west-1\\.amazonaws\\.com";
    assertThat(made.playbackEndpointPrefix()).matches(host);
    assertThat(made.hlsConfiguration().manifestEndpointPrefix())
        .matches(host + "/v1/master/[0-9a-f]{40}/ev-42/");
    assertThat(made.dashConfiguration().manifestEndpointPrefix())
        .as("no ads are put into DASH")
        .isNull();
    assertThat(made.sessionInitializationEndpointPrefix())
        .matches(host + "/v1/session/[0-9a-f]{40}/ev-42/");
    assertThat(made.playbackConfigurationArn())
        .isEqualTo("arn:aws:mediatailor:eu-west-1:111122223333:playbackConfiguration/ev-42");
    assertThat(made.insertionMode()).isEqualTo(InsertionMode.STITCHED_ONLY);
    assertThat(tailor.directory.serves(made.playbackEndpointPrefix().substring(8))).isTrue();
  }

  @Test
  void takesARequestOfRealUseWhole() {
    RequestBodies bodies = RequestBodies.beside(ConfigurationsTest.class);
    var request = bodies.body("PutPlaybackConfiguration", PutPlaybackConfigurationRequest.class);
    client.putPlaybackConfiguration(request);
    client.configureLogsForPlaybackConfiguration(
        bodies.body(
            "ConfigureLogsForPlaybackConfiguration",
            ConfigureLogsForPlaybackConfigurationRequest.class));
    var kept = client.getPlaybackConfiguration(g -> g.name("ev-42"));
    assertThat(kept.adDecisionServerUrl()).isEqualTo(request.adDecisionServerUrl());
    assertThat(kept.cdnConfiguration()).isEqualTo(request.cdnConfiguration());
    assertThat(kept.availSuppression()).isEqualTo(request.availSuppression());
    assertThat(kept.configurationAliases()).isEqualTo(request.configurationAliases());
    assertThat(kept.personalizationThresholdSeconds()).isEqualTo(8);
    assertThat(kept.dashConfiguration().mpdLocation()).isEqualTo("DISABLED");
    assertThat(kept.logConfiguration().percentEnabled()).isEqualTo(100);
    assertThat(kept.logConfiguration().enabledLoggingStrategies())
        .containsExactly(LoggingStrategy.VENDED_LOGS);
    assertThat(kept.tags()).isEqualTo(Map.of("tenant", "t1"));
  }

  @Test
  void puttingAgainReplacesEverySettingButTagsAndLogs() {
    client.putPlaybackConfiguration(
        p ->
            p.name("ev")
                .slateAdUrl("https://a/slate.mp4")
                .personalizationThresholdSeconds(3)
                .tags(Map.of("a", "b")));
    client.configureLogsForPlaybackConfiguration(
        l -> l.playbackConfigurationName("ev").percentEnabled(60));
    var again =
        client.putPlaybackConfiguration(
            p -> p.name("ev").videoContentSourceUrl("https://origin/x"));
    assertThat(again.slateAdUrl()).isNull();
    assertThat(again.personalizationThresholdSeconds()).isNull();
    assertThat(again.tags()).isEqualTo(Map.of("a", "b"));
    assertThat(again.logConfiguration().percentEnabled()).isEqualTo(60);
    assertThat(client.listPlaybackConfigurations(l -> {}).items()).hasSize(1);
  }

  @Test
  void listsInPagesAndOnlyOfTheCallersRegion() {
    for (String name : List.of("a", "b", "c")) {
      client.putPlaybackConfiguration(p -> p.name(name));
    }
    try (MediaTailorClient other = tailor.client(Region.US_EAST_1)) {
      other.putPlaybackConfiguration(p -> p.name("elsewhere"));
      assertThat(other.getPlaybackConfiguration(g -> g.name("elsewhere")).playbackEndpointPrefix())
          .contains("us-east-1");
    }
    assertThat(client.listPlaybackConfigurationsPaginator(l -> l.maxResults(2)).items())
        .extracting(PlaybackConfiguration::name)
        .containsExactly("a", "b", "c");
  }

  @Test
  void whatIsNotThereIsA404AndDeletedAlready() {
    client.putPlaybackConfiguration(p -> p.name("ev"));
    client.deletePlaybackConfiguration(d -> d.name("ev"));
    client.deletePlaybackConfiguration(d -> d.name("ev"));
    var failure =
        catchThrowableOfType(
            MediaTailorException.class, () -> client.getPlaybackConfiguration(g -> g.name("ev")));
    assertThat(failure.statusCode()).isEqualTo(404);
  }

  @Test
  void tagsAreAddedAndRemovedByArn() {
    String arn =
        client
            .putPlaybackConfiguration(p -> p.name("ev").tags(Map.of("a", "1")))
            .playbackConfigurationArn();
    client.tagResource(t -> t.resourceArn(arn).tags(Map.of("b", "2")));
    client.untagResource(u -> u.resourceArn(arn).tagKeys("a"));
    assertThat(client.listTagsForResource(l -> l.resourceArn(arn)).tags())
        .isEqualTo(Map.of("b", "2"));
    assertThatThrownBy(() -> client.listTagsForResource(l -> l.resourceArn(arn + "x")))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void refusesWhatItCouldNotKeep() {
    List<Consumer<PutPlaybackConfigurationRequest.Builder>> wrongs =
        List.of(
            p -> p.name("a/b"),
            p -> p.adDecisionServerUrl("ftp://ads"),
            p -> p.videoContentSourceUrl("not a url"),
            p -> p.slateAdUrl("file:///etc/passwd"),
            p -> p.personalizationThresholdSeconds(0),
            p -> p.bumper(b -> b.startUrl("https://a/b.mp4")),
            p -> p.livePreRollConfiguration(l -> l.adDecisionServerUrl("https://a/vast")),
            p -> p.transcodeProfileName("mine"),
            p -> p.insertionMode(InsertionMode.PLAYER_SELECT),
            p -> p.availSuppression(s -> s.mode(Mode.AFTER_LIVE_EDGE).value("00:00:10")),
            p -> p.availSuppression(s -> s.mode(Mode.BEHIND_LIVE_EDGE).value("soon")));
    for (var wrong : wrongs) {
      var request =
          PutPlaybackConfigurationRequest.builder().name("ev").applyMutation(wrong).build();
      var failure =
          catchThrowableOfType(
              MediaTailorException.class, () -> client.putPlaybackConfiguration(request));
      assertThat(failure).as("%s", request).isNotNull();
      assertThat(failure.statusCode()).as("%s", request).isEqualTo(400);
    }
    assertThat(client.listPlaybackConfigurations(l -> {}).items()).isEmpty();
  }
}
