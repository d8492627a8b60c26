package onair.awslocal.medialive;

import java.time.Instant;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.EncoderEvents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.medialive.model.ChannelState;

/** What the media plane tells of one pipeline, as alerts, states and events of its channel. */
final class PipelineFeed implements EncoderEvents {

  private static final Logger LOG = LoggerFactory.getLogger(PipelineFeed.class);

  private final ChannelRow row;
  private final int pipeline;
  private final ChannelRuns runs;
  private final Lifecycle life;

  PipelineFeed(ChannelRow row, int pipeline, ChannelRuns runs, Lifecycle life) {
    this.row = row;
    this.pipeline = pipeline;
    this.runs = runs;
    this.life = life;
  }

  /** The channel while nothing comes in. */
  static ChannelRow withoutPicture(ChannelRow now, int pipeline, Instant since) {
    ChannelRow fresh = Alerts.clear(now, pipeline, Alerts.START_REFUSED, since);
    return Alerts.set(
        Alerts.clear(fresh, pipeline, Alerts.PIPELINE_FAILED, since),
        pipeline,
        Alerts.VIDEO_NOT_DETECTED,
        "Video not detected: check input signal",
        since);
  }

  @Override
  public void inputConnected() {
    LOG.debug("Channel {} has a source in pipeline {}", row.id(), pipeline);
  }

  @Override
  public void firstOutput() {
    runs.report(
        row,
        now -> {
          ChannelRow seen = Alerts.clear(now, pipeline, Alerts.VIDEO_NOT_DETECTED, life.now());
          return recovered(Alerts.clear(seen, pipeline, Alerts.PIPELINE_FAILED, life.now()));
        });
  }

  @Override
  public void inputLost() {
    runs.report(row, now -> recovered(withoutPicture(now, pipeline, life.now())));
  }

  @Override
  public void pipelineFailed(String reason) {
    runs.report(
        row,
        now -> {
          ChannelRow failed = Alerts.set(now, pipeline, Alerts.PIPELINE_FAILED, reason, life.now());
          return now.state() == ChannelState.RUNNING
              ? failed.in(ChannelState.RECOVERING, null)
              : failed;
        });
  }

  @Override
  public void inputSwitched(String input, @Nullable String action) {
    runs.report(
        row,
        now -> {
          runs.tellOfInput(now, pipeline, input, action);
          return now.withActiveInput(pipeline, input, action);
        });
  }

  /** Both pipelines play the same files, so the first one's end is the channel's. */
  @Override
  public void inputEnded(String input) {
    if (pipeline == 0) {
      runs.inputEnded(row, input);
    }
  }

  @Override
  public void pushConnected(String push) {
    runs.report(
        row, now -> Alerts.clear(now, pipeline, Alerts.OUTPUT_FAILED, about(push), life.now()));
  }

  @Override
  public void pushLost(String push, String reason) {
    runs.report(
        row,
        now -> Alerts.set(now, pipeline, Alerts.OUTPUT_FAILED, about(push), reason, life.now()));
  }

  private static String about(String push) {
    return "Output " + push + ": ";
  }

  @Override
  public void imageRefused(String reason) {
    runs.report(row, now -> Alerts.set(now, pipeline, Alerts.IMAGE_REFUSED, reason, life.now()));
  }

  /** Not while somebody asked for a restart: that ends when the new encoder starts. */
  private static ChannelRow recovered(ChannelRow now) {
    boolean well = !Alerts.anySet(now, Alerts.PIPELINE_FAILED);
    return well && now.state() == ChannelState.RECOVERING && now.pending() == null
        ? now.in(ChannelState.RUNNING, null)
        : now;
  }
}
