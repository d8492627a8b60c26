package onair.awslocal.medialive;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.resource.Shapes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;
import software.amazon.awssdk.services.medialive.model.ScheduleActionStartSettings;

/**
 * The rules of schedule actions; refuses with 422 and everything that is wrong. Source: MediaLive
 * user guide, "Working with the schedule". Actions that are not carried out on this machine are
 * refused the same way, rather than kept without effect.
 */
final class ScheduleRules {

  private static final Duration SHORTEST_LEAD = Duration.ofSeconds(15);
  private static final Duration LONGEST_LEAD = Duration.ofDays(14);

  private final Instant now;
  private final Findings findings = new Findings();

  ScheduleRules(Instant now) {
    this.now = now;
  }

  /** An action and when it takes effect. */
  record Timed(ScheduleAction action, Instant at) {}

  /**
   * The actions with their times.
   *
   * @param taken names that are in the schedule
   */
  List<Timed> check(List<ScheduleAction> actions, Set<String> taken) {
    Set<String> names = new HashSet<>(taken);
    List<Timed> timed = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      ScheduleAction action = actions.get(i);
      String path = "creates.scheduleActions[" + i + "]";
      findings.require(
          names.add(action.actionName()),
          path + ".actionName",
          "The schedule has an action named \"" + action.actionName() + "\" already");
      settings(action, path + ".scheduleActionSettings");
      start(action.scheduleActionStartSettings(), path + ".scheduleActionStartSettings")
          .ifPresent(at -> timed.add(new Timed(action, at)));
    }
    findings.refuse();
    return timed;
  }

  /** 422 when one of these is not in the schedule. */
  static void known(List<String> names, Set<String> taken) {
    var findings = new Findings();
    for (int i = 0; i < names.size(); i++) {
      findings.require(
          taken.contains(names.get(i)),
          "deletes.actionNames[" + i + "]",
          "The schedule has no action named \"" + names.get(i) + "\"");
    }
    findings.refuse();
  }

  private void settings(ScheduleAction action, String path) {
    List<String> given = given(action.scheduleActionSettings());
    findings.require(given.size() == 1, path, "Exactly one kind of action is required");
    findings.require(
        given.size() != 1 || SpliceActions.of(action.scheduleActionSettings(), now).isPresent(),
        path,
        "This machine carries out splice_insert, return_to_network and time_signals of one"
            + " advertisement or placement opportunity; not this "
            + given);
  }

  private Optional<Instant> start(ScheduleActionStartSettings start, String path) {
    List<String> given = given(start);
    findings.require(given.size() == 1, path, "Exactly one start type is required");
    findings.require(
        start.followModeScheduleActionStartSettings() == null,
        path,
        "Actions that follow an input switch are not carried out on this machine");
    var fixed = start.fixedModeScheduleActionStartSettings();
    return fixed == null ? Optional.of(now) : fixed(fixed.time(), path + ".time");
  }

  private Optional<Instant> fixed(String time, String path) {
    try {
      Instant at = Instant.parse(time);
      findings.require(
          !at.isBefore(now.plus(SHORTEST_LEAD)),
          path,
          "The start time must be at least 15 seconds in the future");
      findings.require(
          !at.isAfter(now.plus(LONGEST_LEAD)),
          path,
          "The start time must be at most 14 days in the future");
      return Optional.of(at);
    } catch (DateTimeException e) {
      findings.add(path, "The start time must be UTC, as in 2026-11-22T20:15:00.000Z");
      return Optional.empty();
    }
  }

  private static List<String> given(SdkPojo choice) {
    return choice.sdkFields().stream()
        .filter(field -> Shapes.isGiven(field.getValueOrDefault(choice)))
        .map(field -> field.memberName())
        .toList();
  }
}
