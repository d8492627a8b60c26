package onair.awslocal.medialive;

import java.time.Duration;
import java.time.Instant;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;

/**
 * One action of a channel's schedule.
 *
 * @param at when it takes effect: the asked time, or for an immediate one when it was asked for
 */
record ScheduleRow(Scope scope, String channelId, Instant at, ScheduleAction action) {

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

  boolean isPast(Instant now) {
    return at.plus(KEPT).isBefore(now);
  }
}
