package onair.awslocal.client;

import java.time.Duration;
import java.util.Map;

/** Breaks the media of one {@code aws-local}: encoders die and inputs are lost. */
public final class MediaControl {

  private final Door door;

  MediaControl(Door door) {
    this.door = door;
  }

  /**
   * Kills the process that encodes a channel in one of its pipelines; it is started again as after
   * any crash.
   *
   * @param pipeline 0 or 1
   * @param dead for how long it is not started again, in whole seconds of the system's time
   * @throws ControlException when there is no such channel, or nothing encodes it now
   */
  public void killEncoder(String channelId, int pipeline, Duration dead) {
    door.post(
        "/media/channels/" + Door.encoded(channelId) + "/kill-encoder",
        Map.of("pipeline", pipeline, "seconds", dead.toSeconds()));
  }

  /**
   * Takes away what arrives at an input, and keeps it away.
   *
   * @param away for how long, in whole seconds of the system's time
   * @throws ControlException when there is no such input, or nothing can arrive there anyway
   */
  public void disconnect(String inputId, Duration away) {
    door.post(
        "/media/inputs/" + Door.encoded(inputId) + "/disconnect",
        Map.of("seconds", away.toSeconds()));
  }
}
