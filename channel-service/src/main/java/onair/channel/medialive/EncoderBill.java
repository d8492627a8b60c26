package onair.channel.medialive;

import java.util.Map;
import java.util.Objects;
import onair.channel.parts.EncoderState;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

/**
 * What AWS bills for an encoder by the hour; pure. One that runs is billed for its input and for
 * each output whether or not a picture comes in, one that rests for being there. Source:
 * aws.amazon.com/medialive/pricing.
 */
final class EncoderBill {

  private static final int SMALLEST_HD = 720;

  private EncoderBill() {}

  /** Items of the price catalog with their counts. */
  static Map<String, Integer> of(EncoderState state, DescribeChannelResponse channel) {
    EncoderSettings settings = channel.encoderSettings();
    if (settings == null || !state.needsStop()) {
      return Map.of("medialive idle channel", 1);
    }
    boolean dual = channel.channelClass() == ChannelClass.STANDARD;
    String service = dual ? "medialive standard" : "medialive";
    int hd =
        (int)
            settings.videoDescriptions().stream()
                .map(VideoDescription::height)
                .filter(Objects::nonNull)
                .filter(height -> height >= SMALLEST_HD)
                .count();
    return Map.of(
        service + " input avc hd 10mbps",
        1,
        service + " output avc hd 10mbps 30fps",
        hd,
        service + " output avc sd 10mbps 30fps",
        settings.videoDescriptions().size() - hd,
        service + " output audio",
        settings.audioDescriptions().size());
  }
}
