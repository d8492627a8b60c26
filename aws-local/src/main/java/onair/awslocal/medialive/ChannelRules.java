package onair.awslocal.medialive;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputClass;
import software.amazon.awssdk.services.medialive.model.MediaPackageOutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.OutputDestination;

/**
 * The rules of a channel that no single member can be checked for. Refuses with 422 and everything
 * that is wrong, and with 409 when an input belongs to another channel.
 *
 * <p>Source: MediaLive API reference, CreateChannel, and the messages users report. Rules of single
 * codecs and of output groups we do not carry are not covered: a channel that passes here can still
 * be refused by AWS.
 */
final class ChannelRules {

  private final MediaLiveState state;

  ChannelRules(MediaLiveState state) {
    this.state = state;
  }

  /**
   * @param id of the channel that is updated; empty for a new one
   */
  void check(Scope scope, String id, Channel channel) {
    var findings = new Findings();
    findings.require(given(channel.name()), "name", "Channel name is required");
    findings.require(
        channel.inputSpecification() != null,
        "inputSpecification",
        "Input specification is required");
    attachments(scope, channel, findings);
    destinations(channel, findings);
    if (channel.encoderSettings() == null) {
      findings.add("encoderSettings", "Encoder settings are required");
    } else {
      EncoderRules.check(channel.encoderSettings(), channel.destinations(), findings);
    }
    findings.refuse();
    requireFreeInputs(scope, id, channel);
  }

  private void attachments(Scope scope, Channel channel, Findings findings) {
    List<InputAttachment> attachments = channel.inputAttachments();
    findings.require(
        !attachments.isEmpty(), "inputAttachments", "At least one input attachment is required");
    Set<String> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < attachments.size(); i++) {
      InputAttachment attachment = attachments.get(i);
      String path = "inputAttachments[" + i + "]";
      String id = attachment.inputId() == null ? "" : attachment.inputId();
      findings.require(ids.add(id), path + ".inputId", "Input \"" + id + "\" is attached twice");
      String name = attachment.inputAttachmentName();
      findings.require(
          name == null || names.add(name),
          path + ".inputAttachmentName",
          "Duplicate input attachment name \"" + name + "\"");
      input(scope, channel, id, path + ".inputId", findings);
    }
    for (int i = 0; i < attachments.size(); i++) {
      var failover = attachments.get(i).automaticInputFailoverSettings();
      findings.require(
          failover == null || !failover.secondaryInputId().equals(attachments.get(i).inputId()),
          "inputAttachments[" + i + "].automaticInputFailoverSettings.secondaryInputId",
          "An input cannot take over from itself");
      findings.require(
          failover == null || ids.contains(failover.secondaryInputId()),
          "inputAttachments[" + i + "].automaticInputFailoverSettings.secondaryInputId",
          "The secondary input is not attached to the channel");
    }
  }

  private void input(Scope scope, Channel channel, String id, String path, Findings findings) {
    Optional<InputRow> input = state.inputs().find(scope, id).filter(InputRow::isUsable);
    findings.require(input.isPresent(), path, "Input \"" + id + "\" does not exist");
    findings.require(
        channel.channelClass() == ChannelClass.SINGLE_PIPELINE
            || input.filter(i -> i.resource().inputClass() != InputClass.STANDARD).isEmpty(),
        path,
        "Input \"" + id + "\" has one source, a channel of class STANDARD needs two");
  }

  private static void destinations(Channel channel, Findings findings) {
    List<OutputDestination> destinations = channel.destinations();
    findings.require(
        !destinations.isEmpty(), "destinations", "At least one destination is required");
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < destinations.size(); i++) {
      OutputDestination destination = destinations.get(i);
      String path = "destinations[" + i + "]";
      findings.require(given(destination.id()), path + ".id", "Destination id is required");
      findings.require(
          ids.add(String.valueOf(destination.id())),
          path + ".id",
          "Duplicate destination id \"" + destination.id() + "\"");
      destination(destination, ChannelRow.pipelines(channel.channelClass()), path, findings);
    }
  }

  private static void destination(
      OutputDestination destination, int pipelines, String path, Findings findings) {
    long kinds =
        List.of(
                !destination.settings().isEmpty(),
                !destination.mediaPackageSettings().isEmpty(),
                !destination.srtSettings().isEmpty(),
                destination.multiplexSettings() != null)
            .stream()
            .filter(present -> present)
            .count();
    findings.require(
        kinds == 1,
        path,
        "Exactly one of settings, MediaPackage settings, SRT settings or Multiplex settings is"
            + " required for destination \""
            + destination.id()
            + "\"");
    int urls = destination.settings().size() + destination.srtSettings().size();
    findings.require(
        urls == 0 || urls == pipelines,
        path + ".settings",
        "A channel with " + pipelines + " pipeline(s) needs as many destination settings");
    mediaPackage(destination.mediaPackageSettings(), path + ".mediaPackageSettings", findings);
  }

  private static void mediaPackage(
      List<MediaPackageOutputDestinationSettings> settings, String path, Findings findings) {
    findings.require(
        settings.size() <= 1, path, "A destination takes exactly one MediaPackage channel");
    for (int i = 0; i < settings.size(); i++) {
      MediaPackageOutputDestinationSettings target = settings.get(i);
      boolean version1 = given(target.channelId());
      boolean version2 = given(target.channelGroup()) && given(target.channelName());
      findings.require(
          version1 != version2,
          path + "[" + i + "]",
          "Either a MediaPackage channel ID or a channel group and a channel name is required");
    }
  }

  private void requireFreeInputs(Scope scope, String id, Channel channel) {
    for (InputAttachment attachment : channel.inputAttachments()) {
      state
          .inputs()
          .find(scope, attachment.inputId())
          .flatMap(state::channelOf)
          .filter(owner -> !owner.id().equals(id))
          .ifPresent(
              owner -> {
                throw Refusals.conflict(
                    "Input %s is already attached to channel %s"
                        .formatted(attachment.inputId(), owner.id()));
              });
    }
  }

  static boolean given(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
