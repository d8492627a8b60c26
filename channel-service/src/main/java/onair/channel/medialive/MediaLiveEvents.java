package onair.channel.medialive;

import java.util.Set;
import onair.channel.parts.EncoderSignals;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;

/**
 * What MediaLive tells by EventBridge. It is best effort, so an event only says which encoder to
 * look at now; what is true is then asked of MediaLive. Source: MediaLive user guide, "Monitoring
 * with EventBridge".
 */
final class MediaLiveEvents implements EventListener {

  /** Detail types that are worth a look. */
  private static final Set<String> DETAIL_TYPES =
      Set.of(
          "MediaLive Channel State Change",
          "MediaLive Channel Alert",
          "MediaLive Channel Input Change");

  /** Where MediaLive's events come from. */
  private static final String SOURCE = "aws.medialive";

  private static final String ALERT = "MediaLive Channel Alert";

  private final MediaLiveChannels channels;
  private final EncoderSignals signals;

  MediaLiveEvents(MediaLiveChannels channels, EncoderSignals signals) {
    this.channels = channels;
    this.signals = signals;
  }

  @Override
  public Set<String> awsSources() {
    return Set.of(SOURCE);
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return SOURCE.equals(source) && DETAIL_TYPES.contains(detailType);
  }

  @Override
  public void on(IncomingEvent event) {
    String arn = event.detail().path("channel_arn").asString("");
    if (arn.isEmpty() && !event.resources().isEmpty()) {
      arn = event.resources().getFirst();
    }
    String encoderId = arn.substring(arn.lastIndexOf(':') + 1);
    channels.outdate();
    if (ALERT.equals(event.detailType())) {
      signals.inputJudged(encoderId, event.time());
    } else {
      signals.changed(encoderId);
    }
  }
}
