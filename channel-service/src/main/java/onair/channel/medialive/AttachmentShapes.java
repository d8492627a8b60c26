package onair.channel.medialive;

import java.time.Duration;
import java.util.List;
import onair.channel.ladder.Ladder;
import onair.channel.parts.EncoderSource;
import software.amazon.awssdk.services.medialive.model.AudioSelector;
import software.amazon.awssdk.services.medialive.model.AutomaticInputFailoverSettings;
import software.amazon.awssdk.services.medialive.model.FailoverCondition;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputCodec;
import software.amazon.awssdk.services.medialive.model.InputMaximumBitrate;
import software.amazon.awssdk.services.medialive.model.InputPreference;
import software.amazon.awssdk.services.medialive.model.InputResolution;
import software.amazon.awssdk.services.medialive.model.InputSettings;
import software.amazon.awssdk.services.medialive.model.InputSourceEndBehavior;
import software.amazon.awssdk.services.medialive.model.InputSpecification;

/** What an encoder takes in; pure. Source: MediaLive API reference, {@code CreateChannel}. */
final class AttachmentShapes {

  static final String AUDIO_SELECTOR = "default";

  /** The input that is used whenever it can be. */
  static final String MAIN = "main";

  /** The input that takes over. */
  static final String BACKUP = "backup";

  /** How long nothing has to come in until the backup takes over. */
  static final Duration LOST_AFTER = Duration.ofSeconds(1);

  /** How long it has to come in again until the first is gone back to. */
  static final Duration BACK_AFTER = Duration.ofSeconds(10);

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
  static List<InputAttachment> attachments(EncoderSource source) {
    InputAttachment.Builder main = attachment(MAIN, source.inputId(), source.loops());
    String backupId = source.backupId();
    return backupId == null
        ? List.of(main.build())
        : List.of(
            main.automaticInputFailoverSettings(failover(backupId)).build(),
            attachment(BACKUP, backupId, false).build());
  }

  private static InputAttachment.Builder attachment(String name, String inputId, boolean loops) {
    return InputAttachment.builder()
        .inputId(inputId)
        .inputAttachmentName(name)
        .inputSettings(
            InputSettings.builder()
                .audioSelectors(AudioSelector.builder().name(AUDIO_SELECTOR).build())
                .sourceEndBehavior(
                    loops ? InputSourceEndBehavior.LOOP : InputSourceEndBehavior.CONTINUE)
                .build());
  }

  /**
   * The first input is used whenever it can be. One that comes and goes is not gone back to before
   * it has stayed for a while, as each change is seen by viewers. Source: MediaLive user guide,
   * "Setting up automatic input failover".
   */
  private static AutomaticInputFailoverSettings failover(String backupId) {
    return AutomaticInputFailoverSettings.builder()
        .secondaryInputId(backupId)
        .inputPreference(InputPreference.PRIMARY_INPUT_PREFERRED)
        .errorClearTimeMsec(Math.toIntExact(BACK_AFTER.toMillis()))
        .failoverConditions(
            FailoverCondition.builder()
                .failoverConditionSettings(
                    settings ->
                        settings.inputLossSettings(
                            loss ->
                                loss.inputLossThresholdMsec(
                                    Math.toIntExact(LOST_AFTER.toMillis()))))
                .build())
        .build();
  }
}
