package onair.channel.medialive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.channel.parts.EncoderSignals;
import onair.common.event.IncomingEvent;
import onair.test.SettableClock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;
import software.amazon.awssdk.services.medialive.model.ListChannelsRequest;
import software.amazon.awssdk.services.medialive.model.ListChannelsResponse;
import tools.jackson.databind.json.JsonMapper;

class MediaLiveEventsTest {

  private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");
  private static final String ARN = "arn:aws:medialive:eu-west-1:111122223333:channel:8283910";

  /** Counts listings; shows one running channel. */
  private static final class Listed implements MediaLiveClient {
    private int listings;

    @Override
    public ListChannelsResponse listChannels(ListChannelsRequest request) {
      listings++;
      return ListChannelsResponse.builder()
          .channels(ChannelSummary.builder().id("8283910").state(ChannelState.RUNNING).build())
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private static final class Heard implements EncoderSignals {
    private final List<String> signals = new ArrayList<>();

    @Override
    public void changed(String physicalId) {
      signals.add("changed " + physicalId);
    }

    @Override
    public void inputJudged(String physicalId, Instant at) {
      signals.add("judged " + physicalId + " " + at);
    }
  }

  private final SettableClock clock = SettableClock.create();
  private final Listed medialive = new Listed();
  private final MediaLiveChannels channels =
      new MediaLiveChannels(medialive, "arn:role", Duration.ofSeconds(1), clock);
  private final Heard heard = new Heard();
  private final MediaLiveEvents events = new MediaLiveEvents(channels, heard);

  @Test
  void takesMediaLivesEventsAndNoOthers() {
    assertThat(events.accepts("aws.medialive", "MediaLive Channel State Change")).isTrue();
    assertThat(events.accepts("aws.medialive", "MediaLive Channel Alert")).isTrue();
    assertThat(events.accepts("aws.medialive", "MediaLive Multiplex Alert")).isFalse();
    assertThat(events.accepts("onair.channel-service", "MediaLive Channel Alert")).isFalse();
  }

  @Test
  void aStateChangeHasTheEncoderLookedAt() {
    events.on(event("MediaLive Channel State Change", Map.of("channel_arn", ARN), List.of()));

    assertThat(heard.signals).containsExactly("changed 8283910");
  }

  @Test
  void anAlertSetOrClearedIsAJudgementOfTheInput() {
    events.on(
        event(
            "MediaLive Channel Alert",
            Map.of("channel_arn", ARN, "alarm_state", "CLEARED"),
            List.of()));

    assertThat(heard.signals).containsExactly("judged 8283910 " + AT);
  }

  @Test
  void theChannelIsKnownByTheEventsResourceWhenTheDetailDoesNotNameIt() {
    events.on(event("MediaLive Channel Input Change", Map.of(), List.of(ARN)));

    assertThat(heard.signals).containsExactly("changed 8283910");
  }

  @Test
  void anEventMakesTheNextLookAFreshOne() {
    channels.observe("8283910");
    channels.observe("8283910");
    assertThat(medialive.listings).isEqualTo(1);

    events.on(event("MediaLive Channel State Change", Map.of("channel_arn", ARN), List.of()));
    channels.observe("8283910");

    assertThat(medialive.listings).isEqualTo(2);
  }

  @Test
  void oneListingServesManyLooksUntilItIsTooOld() {
    channels.observe("8283910");
    clock.advance(Duration.ofMillis(900));
    channels.observe("8283910");
    assertThat(medialive.listings).isEqualTo(1);

    clock.advance(Duration.ofMillis(200));
    channels.observe("8283910");
    assertThat(medialive.listings).isEqualTo(2);
  }

  private static IncomingEvent event(
      String detailType, Map<String, String> detail, List<String> resources) {
    return new IncomingEvent(
        "1", "aws.medialive", detailType, AT, resources, JsonMapper.shared().valueToTree(detail));
  }
}
