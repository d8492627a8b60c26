package onair.channel.medialive;

import onair.channel.ladder.Ladder;
import onair.channel.parts.EncoderSpec;
import software.amazon.awssdk.services.medialive.model.AudioSelector;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputCodec;
import software.amazon.awssdk.services.medialive.model.InputMaximumBitrate;
import software.amazon.awssdk.services.medialive.model.InputResolution;
import software.amazon.awssdk.services.medialive.model.InputSettings;
import software.amazon.awssdk.services.medialive.model.InputSourceEndBehavior;
import software.amazon.awssdk.services.medialive.model.InputSpecification;

/** What an encoder takes in; pure. Source: MediaLive API reference, {@code CreateChannel}. */
final class AttachmentShapes {

  static final String AUDIO_SELECTOR = "default";

  private static final int FULL_HD = 1080;

  private AttachmentShapes() {}

  /**
   * What may come in at most, which MediaLive bills by: a source below 1080p pays for 10 Mbit/s,
   * one above it for 50.
   */
  static InputSpecification specification(Ladder ladder) {
    InputSpecification.Builder input = InputSpecification.builder().codec(InputCodec.AVC);
    if (ladder.source().ultraHd()) {
      return input
          .resolution(InputResolution.UHD)
          .maximumBitrate(InputMaximumBitrate.MAX_50_MBPS)
          .build();
    }
    boolean fullHd = ladder.source().height() >= FULL_HD;
    return input
        .resolution(InputResolution.HD)
        .maximumBitrate(fullHd ? InputMaximumBitrate.MAX_20_MBPS : InputMaximumBitrate.MAX_10_MBPS)
        .build();
  }

  /** A live input that ends may come back: the channel stays and waits for it. */
  static InputAttachment attachment(EncoderSpec spec) {
    return InputAttachment.builder()
        .inputId(spec.inputId())
        .inputAttachmentName("main")
        .inputSettings(
            InputSettings.builder()
                .audioSelectors(AudioSelector.builder().name(AUDIO_SELECTOR).build())
                .sourceEndBehavior(
                    spec.loops() ? InputSourceEndBehavior.LOOP : InputSourceEndBehavior.CONTINUE)
                .build())
        .build();
  }
}
