package onair.awslocal.mediaconvert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import onair.awslocal.media.VideoRendition;
import onair.awslocal.media.transcode.AudioTrack;
import onair.awslocal.media.transcode.CmafSet;
import onair.awslocal.media.transcode.CmafSpec;
import onair.awslocal.media.transcode.CmafTrack;
import onair.awslocal.media.transcode.MediaProbe.Media;
import onair.awslocal.media.transcode.Mp4Spec;
import onair.awslocal.media.transcode.ThumbnailSpec;
import onair.awslocal.media.transcode.TranscodeFailed;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.media.transcode.VideoTrack;
import onair.awslocal.mediaconvert.GroupResult.Made;
import onair.awslocal.mediaconvert.GroupResult.OutputResult;

/** Makes the groups of one job, one after the other. */
final class GroupWork {

  private final Transcoder transcoder;
  private final Media media;
  private final JobPlan plan;
  private final IntConsumer percent;
  private final int total;
  private int done;

  /**
   * @param percent is told how much of all groups together is made
   */
  GroupWork(Transcoder transcoder, Media media, JobPlan plan, IntConsumer percent) {
    this.transcoder = transcoder;
    this.media = media;
    this.plan = plan;
    this.percent = percent;
    this.total = Math.max(1, plan.groups().stream().mapToInt(GroupWork::weight).sum());
  }

  /** Each encoding of pictures counts four times as much as taking some of them. */
  private static int weight(JobPlan.Group group) {
    return switch (group) {
      case JobPlan.Cmaf cmaf -> 4 * cmaf.video().size() + 1;
      case JobPlan.Files files ->
          files.files().stream().mapToInt(file -> file instanceof JobPlan.Mp4 ? 4 : 1).sum();
    };
  }

  /**
   * @param folder empty, for this group alone
   */
  GroupResult make(JobPlan.Group group, Path folder)
      throws TranscodeFailed, InterruptedException, IOException {
    return switch (group) {
      case JobPlan.Cmaf cmaf -> cmaf(cmaf, folder);
      case JobPlan.Files files -> files(files, folder);
    };
  }

  private GroupResult cmaf(JobPlan.Cmaf group, Path folder)
      throws TranscodeFailed, InterruptedException, IOException {
    requirePictures(!group.video().isEmpty());
    CmafSpec spec =
        new CmafSpec(
            group.destination().name(),
            group.video().stream().map(this::rendition).toList(),
            group.audio().stream().map(AudioPlan::rendition).toList(),
            Duration.ofSeconds(group.segmentSeconds()),
            group.manifests(),
            audioTrack());
    CmafSet set = transcoder.cmaf(media, spec, folder, share(weight(group)));
    List<OutputResult> outputs = new ArrayList<>();
    for (CmafTrack track : set.tracks()) {
      Duration length = Duration.ofMillis(track.duration() * 1000 / track.timescale());
      outputs.add(new OutputResult(length, track.width(), track.height(), List.of()));
    }
    List<S3Location> playlists =
        set.manifests().stream().map(group.destination()::sibling).toList();
    return new GroupResult("CMAF_GROUP", all(folder, group.destination()), playlists, outputs);
  }

  private GroupResult files(JobPlan.Files group, Path folder)
      throws TranscodeFailed, InterruptedException, IOException {
    List<OutputResult> outputs = new ArrayList<>();
    for (JobPlan.File file : group.files()) {
      outputs.add(
          switch (file) {
            case JobPlan.Mp4 mp4 -> mp4(mp4, group.destination(), folder);
            case JobPlan.Frames frames -> frames(frames, group.destination(), folder);
          });
    }
    return new GroupResult("FILE_GROUP", all(folder, group.destination()), List.of(), outputs);
  }

  private OutputResult mp4(JobPlan.Mp4 plan, S3Location destination, Path folder)
      throws TranscodeFailed, InterruptedException {
    requirePictures(plan.video() != null);
    VideoRendition video = plan.video() == null ? null : rendition(plan.video());
    Mp4Spec spec =
        new Mp4Spec(video, plan.audio() == null ? null : plan.audio().rendition(), audioTrack());
    String name = destination.name() + plan.suffix();
    transcoder.mp4(media, spec, folder.resolve(name), share(4));
    return new OutputResult(
        media.duration(),
        video == null ? 0 : video.width(),
        video == null ? 0 : video.height(),
        List.of(destination.sibling(name)));
  }

  private OutputResult frames(JobPlan.Frames plan, S3Location destination, Path folder)
      throws TranscodeFailed, InterruptedException {
    requirePictures(true);
    FrameSize.Size size = plan.size().of(pictures());
    ThumbnailSpec spec =
        new ThumbnailSpec(
            destination.name() + plan.modifier(),
            size.width(),
            size.height(),
            plan.rateNumerator(),
            plan.rateDenominator(),
            plan.most(),
            plan.quality());
    List<Path> files = transcoder.thumbnails(media, spec, folder, share(1));
    S3Location last = destination.sibling(files.getLast().getFileName().toString());
    return new OutputResult(media.duration(), size.width(), size.height(), List.of(last));
  }

  private VideoRendition rendition(VideoPlan video) {
    return video.of(pictures());
  }

  private VideoTrack pictures() {
    return media.video().getFirst();
  }

  private void requirePictures(boolean asked) throws TranscodeFailed {
    if (asked && media.video().isEmpty()) {
      throw TranscodeFailed.lacks("the input has no pictures");
    }
  }

  /** The stream of the sound that the job asks for; -1 for the first. */
  private int audioTrack() throws TranscodeFailed {
    int wanted = plan.audioTrack();
    if (wanted == 0) {
      return -1;
    }
    List<AudioTrack> sounds = media.audio();
    if (wanted > sounds.size()) {
      throw TranscodeFailed.lacks("the input has no audio track " + wanted);
    }
    return sounds.get(wanted - 1).index();
  }

  private IntConsumer share(int weight) {
    int before = done;
    done += weight;
    return own -> percent.accept((before * 100 + own * weight) / total);
  }

  /**
   * Segments before the manifests that name them, and the manifests of renditions before others.
   */
  private static List<Made> all(Path folder, S3Location destination) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted(
              Comparator.comparing(GroupWork::isManifest)
                  .thenComparing(file -> -file.getFileName().toString().length())
                  .thenComparing(Comparator.naturalOrder()))
          .map(file -> made(file, destination))
          .toList();
    }
  }

  private static boolean isManifest(Path file) {
    return contentType(file.getFileName().toString()).startsWith("application/");
  }

  private static Made made(Path file, S3Location destination) {
    String name = file.getFileName().toString();
    return new Made(file, destination.sibling(name), contentType(name));
  }

  private static String contentType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "m3u8" -> "application/vnd.apple.mpegurl";
      case "mpd" -> "application/dash+xml";
      case "cmfa" -> "audio/mp4";
      case "jpg" -> "image/jpeg";
      default -> "video/mp4";
    };
  }
}
