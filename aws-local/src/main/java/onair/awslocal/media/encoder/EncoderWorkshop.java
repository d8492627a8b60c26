package onair.awslocal.media.encoder;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.FlowFeeds;
import onair.awslocal.media.VideoRendition;
import onair.awslocal.media.packager.Origin;
import onair.awslocal.media.rtmp.Ingests;

/**
 * What all encoders of this machine share.
 *
 * @param preset of x264
 */
record EncoderWorkshop(
    Ffmpeg ffmpeg,
    String preset,
    Ingests ingests,
    FlowFeeds feeds,
    Origin origin,
    InstantSource clock) {

  private static final Duration SHORTEST_STALL = Duration.ofSeconds(15);

  /**
   * @param silent whether silence stands in for the sound that the source does not have
   * @param traffic is told what comes out
   */
  EncoderRun startRun(EncoderJob job, boolean silent, Traffic traffic, Consumer<Signal> signals)
      throws IOException {
    Instant started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<String> command = new ArrayList<>();
    command.add(ffmpeg.path().toString());
    command.addAll(EncoderArguments.of(job, silent, preset, started));
    return EncoderRun.start(command, job, origin, started, traffic, signals);
  }

  /** A process that has put nothing out for this long hangs. */
  Duration stallLimit(EncoderJob job) {
    Duration longest = SHORTEST_STALL;
    for (VideoRendition rendition : job.video()) {
      Duration gops = rendition.gop().multipliedBy(3);
      longest = gops.compareTo(longest) > 0 ? gops : longest;
    }
    return longest;
  }
}
