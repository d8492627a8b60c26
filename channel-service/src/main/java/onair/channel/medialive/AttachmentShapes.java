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

  private AttachmentShapes() {}

  /** What may come in at most. */
  static InputSpecification specification(Ladder ladder) {
    return InputSpecification.builder()
        .codec(InputCodec.AVC)
        .resolution(ladder.source().ultraHd() ? InputResolution.UHD : InputResolution.HD)
        .maximumBitrate(InputMaximumBitrate.fromValue("MAX_" + ladder.inputMegabits() + "_MBPS"))
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
