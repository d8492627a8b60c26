package onair.awslocal.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a resource's time AWS would bill, by billing class. Classes that are billed by bytes or
 * calls are not here: MediaPackage, MediaStore, CloudFront.
 *
 * <p>Source: the services' pricing pages as of 2026: MediaLive bills a running channel by the
 * minute, at least ten for each start, and an idle channel and an idle push input for all other
 * time; MediaConnect a flow while it is active; MediaTailor a channel while it runs; MediaConvert
 * the minutes of the outputs of complete jobs, in hundredths of a minute.
 */
final class Bill {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LEAST_RUN = Duration.ofMinutes(10);
  private static final long HUNDREDTH_OF_A_MINUTE_MS = 600;

  private final List<Entry> all;
  private final Instant now;

  /**
   * @param all entries, also those that are not asked for: an input is idle by its channel
   */
  Bill(List<Entry> all, Instant now) {
    this.all = all;
    this.now = now;
  }

  /** Seconds by billing class; empty for what is not billed by time. */
  Map<String, Double> of(Entry entry) {
    Map<String, Double> billed = new LinkedHashMap<>();
    switch (entry.service() + " " + entry.kind()) {
      case "medialive channel" -> {
        billed.put("medialive-channel-running", runs(entry));
        billed.put("medialive-channel-idle", seconds(idle(entry)));
      }
      case "medialive input" -> {
        if (entry.latest().facts().getOrDefault("type", "").endsWith("_PUSH")) {
          billed.put("medialive-push-input-idle", seconds(idleInput(entry)));
        }
      }
      case "mediaconnect flow" -> billed.put("mediaconnect-flow-active", seconds(active(entry)));
      case "mediatailor channel" ->
          billed.put("mediatailor-channel-running", seconds(length(entry.in("RUNNING").toList())));
      case "mediaconvert job" -> billed.put("mediaconvert-output", outputs(entry));
      default -> {}
    }
    billed.values().removeIf(seconds -> seconds == 0);
    return billed;
  }

  /** Each start for itself: whole minutes, at least ten. */
  private double runs(Entry entry) {
    return runsOf(entry).stream()
        .map(run -> run.length(now))
        .map(run -> run.plus(MINUTE).minusNanos(1).truncatedTo(ChronoUnit.MINUTES))
        .map(run -> run.compareTo(LEAST_RUN) < 0 ? LEAST_RUN : run)
        .mapToDouble(Duration::toSeconds)
        .sum();
  }

  /** From start to stop, whatever the pipelines do meanwhile. */
  private static List<Interval> runsOf(Entry entry) {
    List<Interval> runs = new ArrayList<>();
    Interval before = null;
    for (Interval each : entry.in("RUNNING", "RECOVERING").toList()) {
      if (before != null && each.from().equals(before.to())) {
        runs.removeLast();
        before = new Interval(before.state(), before.facts(), before.from(), each.to());
      } else {
        before = each;
      }
      runs.add(before);
    }
    return runs;
  }

  private Duration idle(Entry entry) {
    return length(entry.in("IDLE", "STARTING", "STOPPING", "UPDATING", "UPDATE_FAILED").toList());
  }

  private Duration active(Entry entry) {
    List<Interval> active = new ArrayList<>();
    Interval before = null;
    for (Interval each : entry.intervals()) {
      boolean goesOn = each.state().equals("UPDATING") && before != null && active.contains(before);
      if (each.state().equals("ACTIVE") || goesOn) {
        active.add(each);
      }
      before = each;
    }
    return length(active);
  }

  /** All its time but that in which a channel that has it ran. */
  private Duration idleInput(Entry input) {
    String id = input.latest().facts().getOrDefault("id", "");
    List<Interval> usable = input.in("DETACHED", "ATTACHED").toList();
    List<Interval> used =
        all.stream()
            .filter(entry -> entry.is("medialive", "channel"))
            .flatMap(channel -> channel.in("RUNNING", "RECOVERING"))
            .filter(run -> List.of(run.facts().getOrDefault("inputs", "").split(",")).contains(id))
            .toList();
    Duration idle = length(usable);
    for (Interval time : usable) {
      for (Interval run : used) {
        idle = idle.minus(overlap(time, run));
      }
    }
    return idle.isNegative() ? Duration.ZERO : idle;
  }

  private Duration overlap(Interval one, Interval other) {
    Instant from = one.from().isAfter(other.from()) ? one.from() : other.from();
    Instant to = one.end(now).isBefore(other.end(now)) ? one.end(now) : other.end(now);
    return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
  }

  private static double outputs(Entry job) {
    String outputs = job.latest().facts().getOrDefault("output_ms", "");
    if (!job.latest().state().equals("COMPLETE") || outputs.isEmpty()) {
      return 0;
    }
    return List.of(outputs.split(",")).stream()
            .mapToLong(Long::parseLong)
            .map(millis -> Math.ceilDiv(millis, HUNDREDTH_OF_A_MINUTE_MS))
            .sum()
        * (HUNDREDTH_OF_A_MINUTE_MS / 1000.0);
  }

  private Duration length(List<Interval> intervals) {
    return intervals.stream().map(each -> each.length(now)).reduce(Duration.ZERO, Duration::plus);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
