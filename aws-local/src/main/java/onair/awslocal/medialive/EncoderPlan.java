package onair.awslocal.medialive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.EncoderInput;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.InputLoss;
import onair.awslocal.media.VideoRendition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.AudioDescription;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.InputLossBehavior;
import software.amazon.awssdk.services.medialive.model.InputLossImageType;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

/**
 * What a started channel means for this machine: video and sound of one of its inputs at a time,
 * encoded once in each pipeline, to its MediaPackage output group, its HLS output groups, and
 * whatever it pushes to.
 */
sealed interface EncoderPlan {

  /** The media plane does this, a job to a pipeline. */
  record Carried(List<EncoderJob> jobs) implements EncoderPlan {

    public Carried {
      jobs = List.copyOf(jobs);
    }
  }

  /** The channel has its states but no video. */
  record StatesOnly(String reason) implements EncoderPlan {}

  /**
   * @param inputs of the channel, by id
   */
  static EncoderPlan of(
      ChannelRow channel, Function<String, Optional<InputRow>> inputs, InputSecrets secrets) {
    var sources = new InputSources(secrets);
    List<List<EncoderInput>> pipelines = new ArrayList<>();
    for (int i = 0; i < ChannelRow.pipelines(channel.resource().channelClass()); i++) {
      int pipeline = i;
      pipelines.add(
          Attachments.of(
              channel.resource(),
              pipeline,
              attachment ->
                  inputs
                      .apply(attachment.inputId())
                      .flatMap(row -> sources.of(row, pipeline, Attachments.loops(attachment)))));
    }
    if (pipelines.getFirst().isEmpty()) {
      return new StatesOnly(
          "Only inputs of RTMP_PUSH, RTMP_PULL, MEDIACONNECT, SRT_CALLER, URL_PULL, MP4_FILE and"
              + " TS_FILE without a password are read here");
    }
    return of(channel, pipelines, secrets);
  }

  private static EncoderPlan of(
      ChannelRow channel, List<List<EncoderInput>> pipelines, InputSecrets secrets) {
    Optional<MediaPackageOutput> packaged =
        MediaPackageOutput.of(channel.scope(), channel.resource());
    HlsGroups folders = HlsGroups.of(channel.resource(), 0);
    PushGroups pushed = new PushGroups(channel.scope(), channel.resource(), secrets);
    if (packaged.isEmpty() && folders.groups().isEmpty() && pushed.isEmpty()) {
      return new StatesOnly(
          folders
              .refused()
              .orElse(
                  "Only output to MediaPackage channels, S3, MediaStore, RTMP, SRT and UDP is"
                      + " delivered here"));
    }
    Set<String> videoNames = new HashSet<>(folders.video());
    Set<String> audioNames = new HashSet<>(folders.audio());
    videoNames.addAll(pushed.video());
    audioNames.addAll(pushed.audio());
    packaged.ifPresent(output -> videoNames.addAll(output.video()));
    packaged.ifPresent(output -> audioNames.addAll(output.audio()));
    EncoderSettings settings = channel.resource().encoderSettings();
    List<VideoDescription> videos =
        settings.videoDescriptions().stream()
            .filter(video -> videoNames.contains(video.name()))
            .toList();
    List<AudioDescription> audios =
        settings.audioDescriptions().stream()
            .filter(audio -> audioNames.contains(audio.name()))
            .toList();
    var renditions = new Renditions();
    List<VideoRendition> video = all(videos, renditions::video);
    List<AudioRendition> audio = all(audios, renditions::audio);
    boolean nothing = video.isEmpty() && audio.isEmpty();
    if (nothing || video.size() < videos.size() || audio.size() < audios.size()) {
      return new StatesOnly("Only H.264 with width and height, and AAC, are encoded here");
    }
    if (video.stream().map(VideoRendition::gop).distinct().count() > 1) {
      return new StatesOnly("Video of different GOP lengths is not encoded together here");
    }
    List<EncoderJob> jobs = new ArrayList<>();
    for (int i = 0; i < pipelines.size(); i++) {
      String own = i == 0 ? channel.id() : channel.id() + "/" + i;
      if (!pipelines.get(i).isEmpty()) {
        jobs.add(
            new EncoderJob(
                channel.id(),
                i,
                pipelines.get(i),
                video,
                audio,
                packaged
                    .map(MediaPackageOutput::ingestTarget)
                    .orElseGet(() -> EncoderJob.objectsOnly(own)),
                HlsGroups.of(channel.resource(), i).outputs(renditions),
                pushed.of(i, renditions),
                inputLoss(settings)));
      }
    }
    return new Carried(jobs);
  }

  /** Null for channels that do not say it. */
  private static @Nullable InputLoss inputLoss(EncoderSettings settings) {
    InputLossBehavior behavior =
        settings.globalConfiguration() == null
            ? null
            : settings.globalConfiguration().inputLossBehavior();
    if (behavior == null) {
      return null;
    }
    boolean slate =
        behavior.inputLossImageType() == InputLossImageType.SLATE
            && behavior.inputLossImageSlate() != null;
    String colour = behavior.inputLossImageColor();
    return new InputLoss(
        millis(behavior.repeatFrameMsec()),
        millis(behavior.blackFrameMsec()),
        colour == null ? 0 : Integer.parseInt(colour.replace("#", ""), 16),
        slate ? behavior.inputLossImageSlate().uri() : null);
  }

  /** A second, unless the channel says it. */
  private static Duration millis(@Nullable Integer given) {
    return Duration.ofMillis(given == null ? 1000 : given);
  }

  private static <S, T> List<T> all(List<S> descriptions, Function<S, Optional<T>> rendition) {
    return descriptions.stream().map(rendition).flatMap(Optional::stream).toList();
  }
}
