package onair.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.aws.AwsClients;
import onair.common.id.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;
import software.amazon.awssdk.services.mediatailor.model.GetPlaybackConfigurationResponse;
import software.amazon.awssdk.services.mediatailor.model.MediaTailorException;

/** Playback configurations as MediaTailor itself shows them. */
@WithAwsLocal
class TailorIT extends AdsScenario {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MediaTailorClient client;

  @Autowired
  TailorIT(ConfigurableApplicationContext service) {
    super(service);
    this.client = service.getBean(AwsClients.class).create(MediaTailorClient.builder());
  }

  private GetPlaybackConfigurationResponse get(String channel) {
    return client.getPlaybackConfiguration(request -> request.name(name(channel)));
  }

  private static String name(String channel) {
    return "onair-test-" + playback(channel);
  }

  @Test
  void aConfigurationIsMadeWithItsTagsFollowsTheChannelAndGoesWithIt() {
    String organization = organization();
    String channel = Ids.next("ch");
    var ads = Map.of("enabled", true);
    tellAddress(CDN);

    tellChannel("channel.live", organization, channel, "/out/v1/a", ads);

    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(MediaTailorException.class)
        .until(() -> get(channel).videoContentSourceUrl().equals(CDN + "/out/v1/a"));
    GetPlaybackConfigurationResponse made = get(channel);
    assertThat(made.adDecisionServerUrl())
        .startsWith("https://onair.example.com/ads/vast?c=" + playback(channel))
        .contains("[session.id]");
    assertThat(made.cdnConfiguration().contentSegmentUrlPrefix()).isEqualTo(CDN + "/out/v1/a");
    assertThat(made.slateAdUrl()).isNull();
    assertThat(made.tags())
        .containsEntry("onair:deployment", "test")
        .containsEntry("onair:organization", organization);

    client.putPlaybackConfiguration(
        request ->
            request
                .name(made.name())
                .videoContentSourceUrl(made.videoContentSourceUrl())
                .adDecisionServerUrl(made.adDecisionServerUrl())
                .personalizationThresholdSeconds(8)
                .tags(made.tags()));
    tellChannel("channel.live", organization, channel, "/out/v1/b", ads);
    await()
        .atMost(PATIENCE)
        .until(() -> get(channel).videoContentSourceUrl().equals(CDN + "/out/v1/b"));
    assertThat(get(channel).personalizationThresholdSeconds()).isEqualTo(8);
    assertThat(get(channel).tags()).isEqualTo(made.tags());
    assertThat(get(channel).cdnConfiguration().contentSegmentUrlPrefix())
        .isEqualTo(CDN + "/out/v1/b");

    tellChannel("channel.deleted", organization, channel, null, ads);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                client
                    .listPlaybackConfigurationsPaginator(request -> request.maxResults(100))
                    .items()
                    .stream()
                    .noneMatch(found -> found.name().equals(name(channel))));
  }
}
