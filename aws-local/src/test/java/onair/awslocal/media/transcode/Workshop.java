package onair.awslocal.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import onair.awslocal.MediaFiles;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.VideoRendition;
import onair.awslocal.media.transcode.MediaProbe.Media;
import onair.awslocal.media.transcode.MediaProbe.Unusable;

/** A transcoder on the ffmpeg of this machine, and files for it. */
final class Workshop {

  static final Duration GOP = Duration.ofSeconds(2);

  final MediaFiles files;
  final Transcoder transcoder;
  final Path output;
  final Path work;

  Workshop(Path folder) throws IOException {
    this(folder, MediaLimits.DEFAULT);
  }

  Workshop(Path folder, MediaLimits limits) throws IOException {
    this.files = new MediaFiles(folder);
    this.output = Files.createDirectories(folder.resolve("output"));
    this.work = folder.resolve("work");
    this.transcoder =
        Transcoder.start(new TranscoderConfig(files.ffmpeg(), "ultrafast", 1, work, limits));
  }

  Media media(Path file) throws InterruptedException {
    return switch (transcoder.probe(file)) {
      case Media media -> media;
      case Unusable unusable -> throw new AssertionError(unusable.reason());
    };
  }

  String refusal(Path file) throws InterruptedException {
    return switch (transcoder.probe(file)) {
      case Media media -> throw new AssertionError("taken for " + media);
      case Unusable unusable -> unusable.reason();
    };
  }

  static VideoRendition video(String name, int width, int height) {
    return new VideoRendition(name, width, height, 600_000, 0, 0, GOP, "MAIN");
  }

  static AudioRendition audio(String name) {
    return new AudioRendition(name, 96_000, 48_000, 2);
  }

  static CmafSpec ladder() {
    return CmafSpec.of(
        "index",
        List.of(video("_v360", 640, 360), video("_v180", 320, 180)),
        List.of(audio("_a")),
        Duration.ofSeconds(4));
  }
}
