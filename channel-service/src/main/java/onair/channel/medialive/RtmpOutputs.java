package onair.channel.medialive;

import java.util.List;
import onair.channel.ladder.Ladder;
import onair.channel.parts.PushTarget;
import software.amazon.awssdk.services.medialive.model.InputLossActionForRtmpOut;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.OutputGroupSettings;
import software.amazon.awssdk.services.medialive.model.OutputLocationRef;
import software.amazon.awssdk.services.medialive.model.OutputSettings;
import software.amazon.awssdk.services.medialive.model.RtmpCacheFullBehavior;
import software.amazon.awssdk.services.medialive.model.RtmpGroupSettings;
import software.amazon.awssdk.services.medialive.model.RtmpOutputCertificateMode;
import software.amazon.awssdk.services.medialive.model.RtmpOutputSettings;

/**
 * The best rendition to a server of RTMP or RTMPS; pure. A server that is away or slow is hung up
 * on and called again for as long as the encoder runs; nothing else waits for it. Source: MediaLive
 * user guide, "Creating an RTMP output group".
 */
final class RtmpOutputs {

  private static final int RETRY_SECONDS = 2;
  private static final int RETRIES = 10;

  /** Between two rounds of retries; 0 would be never again. */
  private static final int RESTART_SECONDS = 15;

  private RtmpOutputs() {}

  static Outputs to(PushTarget target, Ladder ladder) {
    return new Outputs(destination(target), group(target, ladder));
  }

  private static OutputDestination destination(PushTarget target) {
    return OutputDestination.builder()
        .id(target.id())
        .settings(
            OutputDestinationSettings.builder()
                .url(target.url())
                .streamName(target.streamKey())
                .build())
        .build();
  }

  /** While nothing comes in, what the encoder makes then goes on, or the far end would hang up. */
  private static OutputGroup group(PushTarget target, Ladder ladder) {
    return OutputGroup.builder()
        .name(target.id())
        .outputGroupSettings(
            OutputGroupSettings.builder()
                .rtmpGroupSettings(
                    RtmpGroupSettings.builder()
                        .cacheFullBehavior(RtmpCacheFullBehavior.DISCONNECT_IMMEDIATELY)
                        .inputLossAction(InputLossActionForRtmpOut.EMIT_OUTPUT)
                        .restartDelay(RESTART_SECONDS)
                        .build())
                .build())
        .outputs(output(target, ladder))
        .build();
  }

  private static Output output(PushTarget target, Ladder ladder) {
    List<String> sound = ladder.audio().stream().map(Ladder.Audio::name).limit(1).toList();
    return Output.builder()
        .outputName(target.id())
        .videoDescriptionName(ladder.video().getFirst().name())
        .audioDescriptionNames(sound)
        .outputSettings(
            OutputSettings.builder()
                .rtmpOutputSettings(
                    RtmpOutputSettings.builder()
                        .certificateMode(RtmpOutputCertificateMode.VERIFY_AUTHENTICITY)
                        .connectionRetryInterval(RETRY_SECONDS)
                        .numRetries(RETRIES)
                        .destination(
                            OutputLocationRef.builder().destinationRefId(target.id()).build())
                        .build())
                .build())
        .build();
  }
}
