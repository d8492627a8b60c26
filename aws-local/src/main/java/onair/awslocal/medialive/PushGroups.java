package onair.awslocal.medialive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.media.Passphrase;
import onair.awslocal.media.Push;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.OutputLocationRef;
import software.amazon.awssdk.services.medialive.model.SrtOutputDestinationSettings;

/**
 * A channel's outputs to servers of RTMP, listeners of SRT and UDP; each is delivered by itself.
 */
final class PushGroups {

  private static final int RTMP_RETRY_SECONDS = 2;
  private static final int OTHER_RETRY_SECONDS = 2;
  private static final int LATENCY_MILLIS = 120;

  private final Scope scope;
  private final Channel channel;
  private final InputSecrets secrets;

  PushGroups(Scope scope, Channel channel, InputSecrets secrets) {
    this.scope = scope;
    this.channel = channel;
    this.secrets = secrets;
  }

  static boolean isIn(OutputGroup group) {
    var settings = group.outputGroupSettings();
    return settings != null
        && (settings.rtmpGroupSettings() != null
            || settings.srtGroupSettings() != null
            || settings.udpGroupSettings() != null);
  }

  /** Names of the video descriptions that are pushed. */
  Set<String> video() {
    Set<String> names = new HashSet<>();
    outputs().forEach(output -> names.add(output.videoDescriptionName()));
    names.remove(null);
    return names;
  }

  /** Names of the audio descriptions that are pushed. */
  Set<String> audio() {
    Set<String> names = new HashSet<>();
    outputs().forEach(output -> names.addAll(output.audioDescriptionNames()));
    return names;
  }

  boolean isEmpty() {
    return outputs().isEmpty();
  }

  /** What one pipeline pushes of these renditions. */
  List<Push> of(int pipeline, Renditions renditions) {
    List<Push> pushes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Output output : outputs()) {
      String name = output.outputName() == null ? "output" : output.outputName();
      for (int i = 2; !names.add(name); i++) {
        name = (output.outputName() == null ? "output" : output.outputName()) + "-" + i;
      }
      push(output, name, pipeline, renditions).ifPresent(pushes::add);
    }
    return pushes;
  }

  private List<Output> outputs() {
    return channel.encoderSettings().outputGroups().stream()
        .filter(PushGroups::isIn)
        .flatMap(group -> group.outputs().stream())
        .filter(output -> output.outputSettings() != null)
        .toList();
  }

  private Optional<Push> push(Output output, String name, int pipeline, Renditions renditions) {
    String video =
        output.videoDescriptionName() == null
            ? null
            : renditions.ofVideo(output.videoDescriptionName()).orElse(null);
    List<String> audio =
        output.audioDescriptionNames().stream()
            .flatMap(description -> renditions.ofAudio(description).stream())
            .toList();
    if (video == null && audio.isEmpty()) {
      return Optional.empty();
    }
    var settings = output.outputSettings();
    if (settings.rtmpOutputSettings() != null) {
      var rtmp = settings.rtmpOutputSettings();
      int retry =
          rtmp.connectionRetryInterval() == null
              ? RTMP_RETRY_SECONDS
              : rtmp.connectionRetryInterval();
      return destination(rtmp.destination(), pipeline)
          .map(to -> rtmp(to))
          .map(url -> new Push(name, url, Map.of(), Push.Format.FLV, video, audio, retry));
    }
    if (settings.srtOutputSettings() != null) {
      var srt = settings.srtOutputSettings();
      return srtDestination(srt.destination(), pipeline)
          .flatMap(to -> srt(to, srt.latency(), srt.encryptionTypeAsString(), name, video, audio));
    }
    return settings.udpOutputSettings() == null
        ? Optional.empty()
        : destination(settings.udpOutputSettings().destination(), pipeline)
            .map(OutputDestinationSettings::url)
            .map(url -> url.replaceFirst("^rtp://", "udp://") + "?pkt_size=1316")
            .map(
                url ->
                    new Push(
                        name,
                        url,
                        Map.of(),
                        Push.Format.MPEG_TS,
                        video,
                        audio,
                        OTHER_RETRY_SECONDS));
  }

  private static String rtmp(OutputDestinationSettings to) {
    String url = to.url().endsWith("/") ? to.url() : to.url() + "/";
    return url + (to.streamName() == null ? "" : to.streamName());
  }

  private Optional<Push> srt(
      SrtOutputDestinationSettings to,
      @Nullable Integer latency,
      @Nullable String encryption,
      String name,
      @Nullable String video,
      List<String> audio) {
    Map<String, String> options = new HashMap<>();
    if (to.encryptionPassphraseSecretArn() != null) {
      Optional<String> passphrase =
          secrets.text(scope, to.encryptionPassphraseSecretArn()).filter(Passphrase::isUsable);
      if (passphrase.isEmpty()) {
        return Optional.empty();
      }
      options.put("passphrase", passphrase.get());
      options.put("pbkeylen", Integer.toString(InputSources.keyBytes(encryption)));
    }
    String url =
        "%s?mode=caller&pkt_size=1316&latency=%d%s"
            .formatted(
                to.url(),
                (latency == null ? LATENCY_MILLIS : latency) * 1000L,
                InputSources.streamId(to.streamId()));
    return Optional.of(
        new Push(name, url, options, Push.Format.MPEG_TS, video, audio, OTHER_RETRY_SECONDS));
  }

  private Optional<OutputDestinationSettings> destination(OutputLocationRef ref, int pipeline) {
    return named(ref)
        .filter(one -> pipeline < one.settings().size())
        .map(one -> one.settings().get(pipeline));
  }

  private Optional<SrtOutputDestinationSettings> srtDestination(
      OutputLocationRef ref, int pipeline) {
    return named(ref)
        .filter(one -> pipeline < one.srtSettings().size())
        .map(one -> one.srtSettings().get(pipeline));
  }

  private Optional<OutputDestination> named(OutputLocationRef ref) {
    return channel.destinations().stream()
        .filter(one -> ref.destinationRefId().equals(one.id()))
        .findFirst();
  }
}
