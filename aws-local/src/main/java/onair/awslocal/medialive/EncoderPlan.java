package onair.awslocal.medialive;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.LiveSource;
import onair.awslocal.media.VideoRendition;
import software.amazon.awssdk.services.medialive.model.AudioDescription;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

/**
 * What a started channel means for this machine: video and sound of its first input, encoded once
 * whatever the channel's class, to its MediaPackage output group and its HLS output groups.
 */
sealed interface EncoderPlan {

  /** The media plane does this. */
  record Carried(EncoderJob job) implements EncoderPlan {}

  /** The channel has its states but no video. */
  record StatesOnly(String reason) implements EncoderPlan {}

  /**
   * @param input the channel's first input
   */
  static EncoderPlan of(ChannelRow channel, Optional<InputRow> input) {
    Optional<LiveSource> source = input.flatMap(InputRow::source);
    if (source.isEmpty()) {
      return new StatesOnly("Only RTMP_PUSH and MEDIACONNECT inputs are read here");
    }
    Optional<MediaPackageOutput> packaged =
        MediaPackageOutput.of(channel.scope(), channel.resource());
    HlsGroups folders = HlsGroups.of(channel.resource());
    if (packaged.isEmpty() && folders.groups().isEmpty()) {
      return new StatesOnly(
          folders
              .refused()
              .orElse("Only output to MediaPackage channels, S3 and MediaStore is delivered here"));
    }
    Set<String> videoNames = new HashSet<>(folders.video());
    Set<String> audioNames = new HashSet<>(folders.audio());
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
    return new Carried(
        new EncoderJob(
            channel.id(),
            source.get(),
            video,
            audio,
            packaged
                .map(MediaPackageOutput::ingestTarget)
                .orElseGet(() -> EncoderJob.objectsOnly(channel.id())),
            folders.outputs(renditions)));
  }

  private static <S, T> List<T> all(List<S> descriptions, Function<S, Optional<T>> rendition) {
    return descriptions.stream().map(rendition).flatMap(Optional::stream).toList();
  }
}
