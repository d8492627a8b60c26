package onair.ads;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import onair.common.id.Ids;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** The whole service with MediaTailor in memory and no other AWS. */
@Import(FakeTailorScenario.Fakes.class)
@TestPropertySource(
    properties = {
      "onair.aws.endpoint=http://127.0.0.1:9",
      "onair.aws.access-key-id=test",
      "onair.aws.secret-access-key=test"
    })
abstract class FakeTailorScenario extends AdsScenario {

  @TestConfiguration(proxyBeanMethods = false)
  static class Fakes {
    @Bean
    @Primary
    FakeTailor fakeTailor() {
      return new FakeTailor();
    }
  }

  final FakeTailor tailor;

  FakeTailorScenario(ConfigurableApplicationContext service) {
    super(service);
    this.tailor = service.getBean(FakeTailor.class);
  }

  /** A channel with ads that MediaTailor has a configuration of; its id. */
  String channelWithAds(String organization) {
    String id = Ids.next("ch");
    tellAddress(CDN);
    tellChannel(
        "channel.live", organization, id, "/out/v1/g/" + id + "/e", Map.of("enabled", true));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> tailor.of("onair-test-" + playback(id)).isPresent());
    return id;
  }

  /** What MediaTailor would call for that viewer, as path and query. */
  String decision(String playback, double seconds, String session, String event) {
    return tailor
        .of("onair-test-" + playback)
        .orElseThrow()
        .decisionUrl()
        .replace("https://onair.example.com", "")
        .replace("[session.avail_duration_secs]", Double.toString(seconds))
        .replace("[session.id]", session)
        .replace("[scte.event_id]", event);
  }
}
