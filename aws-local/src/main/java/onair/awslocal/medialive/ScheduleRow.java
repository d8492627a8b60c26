package onair.awslocal.medialive;

import java.time.Duration;
import java.time.Instant;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;

/**
 * One action of a channel's schedule.
 *
 * @param at when it takes effect: the asked time, for an immediate one when it was asked for, and
 *     for one that follows another no earlier than that one
 * @param waits true for one that follows another and has not happened; null otherwise
 */
record ScheduleRow(
    Scope scope, String channelId, Instant at, ScheduleAction action, @Nullable Boolean waits) {

  /** Times of actions this long ago have left the schedule, and their names are free again. */
  private static final Duration KEPT = Duration.ofHours(1);

  String key() {
    return key(channelId, action.actionName());
  }

  static String key(String channelId, String actionName) {
    return channelId + "/" + actionName;
  }

  /** By time, and never the same for two rows. */
  String position() {
    return Page.oldestFirst(at, action.actionName());
  }

  boolean isWaiting() {
    return Boolean.TRUE.equals(waits);
  }

  /** It has happened now. */
  ScheduleRow done(Instant now) {
    return new ScheduleRow(scope, channelId, now, action, null);
  }

  boolean isPast(Instant now) {
    return !isWaiting() && at.plus(KEPT).isBefore(now);
  }
}
