package onair.channel.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onair.channel.explain.Explanation.Actual;
import onair.channel.explain.Explanation.AwsError;
import onair.channel.explain.Explanation.Next;
import onair.channel.explain.Explanation.Wait;
import onair.channel.explain.Explanation.Wanted;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.live.Trouble;
import onair.channel.live.Whereabouts;
import onair.channel.live.Whereabouts.Part;
import onair.channel.operation.Operation;
import onair.channel.timer.Endings.Ending;
import onair.common.plan.Plan.QuotaUse;
import org.jspecify.annotations.Nullable;

/** Makes an explanation out of what is known; pure. */
final class Explainer {

  private Explainer() {}

  static Explanation explain(Situation situation) {
    Whereabouts at = situation.at();
    Cause cause = Causes.of(situation);
    boolean live = at.status().word() == Word.LIVE;
    Trouble trouble = at.trouble();
    return new Explanation(
        "channel_explanation",
        at.channelId(),
        live,
        cause,
        summary(live, cause, at),
        cause.advice(),
        new Wanted(at.wanted(), at.askedAt(), byItself(at)),
        new Actual(at.status().word().word(), at.status().provisioning().word(), underWay(at)),
        waitsFor(situation),
        trouble == null ? null : AwsError.of(trouble, Causes.of(trouble).advice()),
        next(situation));
  }

  private static String summary(boolean live, Cause cause, Whereabouts at) {
    String is = live ? "The channel is live. " : "The channel is not live. ";
    String more =
        switch (cause) {
          case STOPPED_BY_ITSELF -> " " + byItself(at);
          case START_WOULD_EXCEED_QUOTA -> " " + quotas(at.exceeded());
          case PREPARING, ANSWER_LOST, STEP_OVERDUE ->
              at.parts().isEmpty() ? "" : " It is about " + String.join(", ", underWay(at)) + ".";
          default -> "";
        };
    return is + cause.because() + more;
  }

  private static @Nullable String byItself(Whereabouts at) {
    Operation operation = at.operation();
    return operation == null ? null : operation.cause();
  }

  private static String quotas(List<QuotaUse> exceeded) {
    return String.join(
        " ",
        exceeded.stream()
            .map(
                use ->
                    "%s %s: %d of %d are taken."
                        .formatted(use.service(), use.quota(), use.used(), use.limit()))
            .toList());
  }

  private static List<String> underWay(Whereabouts at) {
    return at.parts().stream().map(Part::kind).map(Kinds::plainly).toList();
  }

  private static @Nullable Wait waitsFor(Situation situation) {
    Whereabouts at = situation.at();
    Instant asked = at.askedAt();
    return switch (at.status().word()) {
      case STARTING -> {
        Instant since = at.startingSince();
        String then = since == null ? null : "The start is given up, and what was made is removed.";
        Instant until = since == null ? null : since.plus(at.limits().start());
        yield new Wait(since == null ? "MediaLive's first look at the input" : "AWS", until, then);
      }
      case WAITING -> broadcaster(at, situation.ends("never_connected"));
      case RECONNECTING -> broadcaster(at, situation.ends("input_lost"));
      case STOPPING ->
          new Wait("AWS", asked.plus(at.limits().stop()), "It is told as failed; work goes on.");
      case DELETED ->
          new Wait("AWS", asked.plus(at.limits().delete()), "It is told as failed; work goes on.");
      case FAILED -> at.failure() == null ? new Wait("AWS", null, "The channel is idle.") : null;
      case LIVE, IDLE, DISABLED -> null;
    };
  }

  private static Wait broadcaster(Whereabouts at, @Nullable Instant until) {
    return new Wait(
        at.ingest().pushed() ? "a broadcaster" : "its source",
        until,
        until == null ? null : "The channel is stopped.");
  }

  private static List<Next> next(Situation situation) {
    Whereabouts at = situation.at();
    List<Next> next = new ArrayList<>();
    Instant look = situation.nextLook();
    if (look != null && isLookedAt(at)) {
      next.add(new Next("AWS is asked again.", later(look, situation.now())));
    }
    for (Ending ending : situation.endings()) {
      String timer = "The timer " + ending.timer() + " ";
      if (ending.warnsAt().isAfter(situation.now())) {
        next.add(new Next(timer + "warns.", ending.warnsAt()));
      }
      next.add(new Next(timer + "stops the channel.", ending.stopsAt()));
    }
    if (at.keptUntil() != null) {
      next.add(new Next("What it has in AWS is removed.", at.keptUntil()));
    }
    next.sort(Comparator.comparing(Next::at));
    return next;
  }

  /** A channel at rest that has nothing in AWS is not. */
  private static boolean isLookedAt(Whereabouts at) {
    return switch (at.status().provisioning()) {
      case NONE -> false;
      case CREATING, READY, STARTING, RUNNING, STOPPING, REMOVING, FAILED -> true;
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
