package onair.channel.health;

import onair.channel.health.HealthReadings.Reading;
import onair.channel.live.ChannelDirectory.Encoding;
import onair.common.aws.AwsTrouble;
import software.amazon.awssdk.core.exception.SdkException;

/** How well a channel is fed, as far as it runs and AWS tells. */
final class ChannelHealth {

  private final HealthReadings readings;

  ChannelHealth(HealthReadings readings) {
    this.readings = readings;
  }

  HealthResponse of(String channelId, Encoding encoding) {
    String encoderId = encoding.encoderId();
    if (encoderId == null || !encoding.runs()) {
      return HealthResponse.unknown(channelId, "The channel does not run.");
    }
    try {
      Reading reading = readings.of(encoderId);
      var findings = Findings.of(reading.alerts(), reading.pipelines());
      return HealthResponse.of(channelId, findings, reading.pipelines());
    } catch (SdkException failure) {
      return HealthResponse.unknown(channelId, AwsTrouble.of(failure).words());
    }
  }
}
