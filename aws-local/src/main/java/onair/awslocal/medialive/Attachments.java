package onair.awslocal.medialive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import onair.awslocal.media.EncoderInput;
import onair.awslocal.media.EncoderInput.Failover;
import onair.awslocal.media.LiveSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.AutomaticInputFailoverSettings;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.FailoverCondition;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputPreference;
import software.amazon.awssdk.services.medialive.model.InputSourceEndBehavior;
import software.amazon.awssdk.services.medialive.model.PipelineDetail;

/** The inputs of a channel by the names of their attachments. */
final class Attachments {

  private static final int DEFAULT_LOSS_MILLIS = 1000;
  private static final int DEFAULT_CLEAR_MILLIS = 1;

  private Attachments() {}

  /** What schedules and events call it. */
  static String name(InputAttachment attachment) {
    return attachment.inputAttachmentName() == null
        ? String.valueOf(attachment.inputId())
        : attachment.inputAttachmentName();
  }

  static Optional<InputAttachment> named(Channel channel, @Nullable String name) {
    return channel.inputAttachments().stream().filter(one -> name(one).equals(name)).findFirst();
  }

  static boolean loops(InputAttachment attachment) {
    return attachment.inputSettings() != null
        && attachment.inputSettings().sourceEndBehavior() == InputSourceEndBehavior.LOOP;
  }

  /**
   * What a pipeline can be encoded from: the one that is active first, without those that it cannot
   * read; empty when it can read none.
   *
   * @param source what it reads of an attachment
   */
  static List<EncoderInput> of(
      Channel channel, int pipeline, Function<InputAttachment, Optional<LiveSource>> source) {
    List<EncoderInput> inputs = new ArrayList<>();
    String active = active(channel, pipeline);
    for (InputAttachment attachment : channel.inputAttachments()) {
      Optional<LiveSource> read = source.apply(attachment);
      if (read.isPresent()) {
        var input = new EncoderInput(name(attachment), read.get(), failover(channel, attachment));
        inputs.add(input.name().equals(active) ? 0 : inputs.size(), input);
      }
    }
    return inputs;
  }

  private static @Nullable String active(Channel channel, int pipeline) {
    return channel.pipelineDetails().stream()
        .filter(detail -> detail.pipelineId().equals(String.valueOf(pipeline)))
        .map(PipelineDetail::activeInputAttachmentName)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Failover failover(Channel channel, InputAttachment attachment) {
    AutomaticInputFailoverSettings settings = attachment.automaticInputFailoverSettings();
    if (settings == null) {
      return null;
    }
    return channel.inputAttachments().stream()
        .filter(other -> settings.secondaryInputId().equals(other.inputId()))
        .map(
            other ->
                new Failover(
                    name(other),
                    Duration.ofMillis(lossMillis(settings)),
                    Duration.ofMillis(
                        settings.errorClearTimeMsec() == null
                            ? DEFAULT_CLEAR_MILLIS
                            : settings.errorClearTimeMsec()),
                    settings.inputPreference() == InputPreference.PRIMARY_INPUT_PREFERRED))
        .findFirst()
        .orElse(null);
  }

  private static int lossMillis(AutomaticInputFailoverSettings settings) {
    return settings.failoverConditions().stream()
        .map(FailoverCondition::failoverConditionSettings)
        .filter(condition -> condition != null && condition.inputLossSettings() != null)
        .map(condition -> condition.inputLossSettings().inputLossThresholdMsec())
        .filter(threshold -> threshold != null)
        .findFirst()
        .orElse(DEFAULT_LOSS_MILLIS);
  }
}
