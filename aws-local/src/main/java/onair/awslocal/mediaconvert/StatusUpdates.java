package onair.awslocal.mediaconvert;

import java.time.Duration;
import java.time.Instant;
import onair.awslocal.life.Lifecycle;
import software.amazon.awssdk.services.mediaconvert.model.JobPhase;

/** Tells how far a job is: when transcoding begins, and then at the interval the job asks for. */
final class StatusUpdates {

  private static final Duration USUAL = Duration.ofSeconds(60);

  private final JobRow row;
  private final JobEvents events;
  private final Lifecycle life;
  private final Duration interval;
  private Instant next;

  StatusUpdates(JobRow row, JobEvents events, Lifecycle life) {
    this.row = row;
    this.events = events;
    this.life = life;
    this.interval = interval(row);
    this.next = life.now();
  }

  private static Duration interval(JobRow row) {
    String name = String.valueOf(row.resource().statusUpdateIntervalAsString());
    return name.matches("SECONDS_\\d{1,4}")
        ? Duration.ofSeconds(Long.parseLong(name.substring(name.indexOf('_') + 1)))
        : USUAL;
  }

  synchronized void tell(JobPhase phase, int percent) {
    next = life.now().plus(interval);
    events.statusUpdate(row, phase, percent);
  }

  synchronized void perhapsTell(JobPhase phase, int percent) {
    if (!life.now().isBefore(next)) {
      tell(phase, percent);
    }
  }
}
