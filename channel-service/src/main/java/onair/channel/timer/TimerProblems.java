package onair.channel.timer;

import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a request about timers. */
final class TimerProblems {

  private TimerProblems() {}

  /** Also for another organization's channel. */
  static Problem channelNotFound(String id) {
    return Problems.notFound("channel", id);
  }

  static Problem channelDeleted() {
    return Problem.of(409, "channel_deleted", "The channel is being removed");
  }

  /**
   * @param timer the one that was asked for, if one was
   */
  static Problem doesNotCount(@Nullable String timer) {
    return Problem.of(409, "timer_not_running", "No such timer counts now")
        .detail(
            timer == null
                ? "No timer of the channel counts, so there is nothing to extend."
                : "The timer " + timer + " does not count now; the channel's timers say which do.");
  }
}
