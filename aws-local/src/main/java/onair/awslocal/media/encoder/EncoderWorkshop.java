package onair.awslocal.media.encoder;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import onair.awslocal.media.EncoderEvents;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.FlowFeeds;
import onair.awslocal.media.Push;
import onair.awslocal.media.VideoRendition;
import onair.awslocal.media.asset.Assets;
import onair.awslocal.media.packager.Origin;
import onair.awslocal.media.packager.OutputTap;
import onair.awslocal.media.pull.Pullers;
import onair.awslocal.media.push.Pusher;
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
    Pullers pullers,
    Assets assets,
    Pictures pictures,
    Origin origin,
    InstantSource clock) {

  private static final Duration SHORTEST_STALL = Duration.ofSeconds(15);

  /**
   * @param first what the source begins with
   * @param traffic is told what comes out
   */
  EncoderRun startRun(
      EncoderJob job,
      Gate.Step.Begin first,
      Overlays overlays,
      Traffic traffic,
      List<OutputTap> taps,
      Consumer<Signal> signals)
      throws IOException {
    Instant started = now();
    String format = first.pieces().getFirst() instanceof Piece.Tag ? "flv" : "mpegts";
    return start(
        job,
        EncoderArguments.of(job, first.silent(), preset, started, format, overlays.begin(started)),
        started,
        traffic,
        taps,
        signals);
  }

  /** Shows something in place of a source. */
  EncoderRun startFiller(
      EncoderJob job,
      Filler filler,
      Overlays overlays,
      Traffic traffic,
      List<OutputTap> taps,
      Consumer<Signal> signals)
      throws IOException {
    Instant started = now();
    return start(
        job,
        EncoderArguments.of(job, filler, preset, started, overlays.begin(started)),
        started,
        traffic,
        taps,
        signals);
  }

  private EncoderRun start(
      EncoderJob job,
      List<String> arguments,
      Instant started,
      Traffic traffic,
      List<OutputTap> taps,
      Consumer<Signal> signals)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ffmpeg.path().toString());
    command.addAll(
        origin.wantsParts(job.ingestTarget()) ? EncoderArguments.inChunks(arguments) : arguments);
    return EncoderRun.start(command, job, origin, started, traffic, taps, signals);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Pusher pusher(EncoderJob job, Push push, EncoderEvents events) {
    return new Pusher(ffmpeg.path(), job, push, events);
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
