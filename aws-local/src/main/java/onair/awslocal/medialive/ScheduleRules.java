package onair.awslocal.medialive;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.resource.Shapes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.FollowModeScheduleActionStartSettings;
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
  private final Channel channel;
  private final Findings findings = new Findings();

  ScheduleRules(Instant now, Channel channel) {
    this.now = now;
    this.channel = channel;
  }

  /**
   * An action and when it takes effect.
   *
   * @param waits whether it follows another
   */
  record Timed(ScheduleAction action, Instant at, boolean waits) {}

  /**
   * The actions with their times.
   *
   * @param present what is in the schedule
   */
  List<Timed> check(List<ScheduleAction> actions, List<ScheduleRow> present) {
    Map<String, Timed> known = new HashMap<>();
    for (ScheduleRow row : present) {
      known.put(row.action().actionName(), new Timed(row.action(), row.at(), row.isWaiting()));
    }
    List<Timed> timed = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      ScheduleAction action = actions.get(i);
      String path = "creates.scheduleActions[" + i + "]";
      findings.require(
          !known.containsKey(action.actionName()),
          path + ".actionName",
          "The schedule has an action named \"" + action.actionName() + "\" already");
      settings(action, path + ".scheduleActionSettings");
      start(action, known, path + ".scheduleActionStartSettings")
          .ifPresent(
              one -> {
                timed.add(one);
                known.putIfAbsent(action.actionName(), one);
              });
    }
    findings.refuse();
    return timed;
  }

  /** 422 when one of these is not in the schedule, or others follow it. */
  static void deletable(List<String> names, List<ScheduleRow> present) {
    var findings = new Findings();
    Set<String> taken = new HashSet<>();
    present.forEach(row -> taken.add(row.action().actionName()));
    for (int i = 0; i < names.size(); i++) {
      String path = "deletes.actionNames[" + i + "]";
      String name = names.get(i);
      findings.require(
          taken.contains(name), path, "The schedule has no action named \"" + name + "\"");
      boolean followed =
          present.stream()
              .filter(ScheduleRow::isWaiting)
              .filter(row -> !names.contains(row.action().actionName()))
              .anyMatch(row -> name.equals(Schedules.followed(row.action())));
      findings.require(!followed, path, "Another action follows \"" + name + "\"");
    }
    findings.refuse();
  }

  private void settings(ScheduleAction action, String path) {
    List<String> given = given(action.scheduleActionSettings());
    findings.require(given.size() == 1, path, "Exactly one kind of action is required");
    if (given.size() == 1) {
      new ActionRules(channel, findings).check(action.scheduleActionSettings(), given, path);
    }
  }

  private Optional<Timed> start(ScheduleAction action, Map<String, Timed> known, String path) {
    ScheduleActionStartSettings start = action.scheduleActionStartSettings();
    List<String> given = given(start);
    findings.require(given.size() == 1, path, "Exactly one start type is required");
    var follow = start.followModeScheduleActionStartSettings();
    if (follow != null) {
      return follow(action, follow, known, path);
    }
    var fixed = start.fixedModeScheduleActionStartSettings();
    Optional<Instant> at = fixed == null ? Optional.of(now) : fixed(fixed.time(), path + ".time");
    return at.map(time -> new Timed(action, time, false));
  }

  /** Only what is switched, prepared or spliced may follow, and only a switch may be followed. */
  private Optional<Timed> follow(
      ScheduleAction action,
      FollowModeScheduleActionStartSettings follow,
      Map<String, Timed> known,
      String path) {
    var settings = action.scheduleActionSettings();
    findings.require(
        settings.inputSwitchSettings() != null
            || settings.inputPrepareSettings() != null
            || settings.scte35SpliceInsertSettings() != null
            || settings.scte35TimeSignalSettings() != null
            || settings.scte35ReturnToNetworkSettings() != null,
        path,
        "Only input switches, input prepares and SCTE-35 messages may follow another action");
    Timed reference = known.get(follow.referenceActionName());
    findings.require(
        reference != null,
        path + ".referenceActionName",
        "The schedule has no action named \"" + follow.referenceActionName() + "\"");
    if (reference == null) {
      return Optional.empty();
    }
    var referred = reference.action().scheduleActionSettings().inputSwitchSettings();
    findings.require(
        referred != null, path + ".referenceActionName", "Only an input switch may be followed");
    boolean ends =
        referred != null
            && Attachments.named(channel, referred.inputAttachmentNameReference())
                .filter(attachment -> !Attachments.loops(attachment))
                .isPresent();
    findings.require(
        referred == null || ends,
        path + ".referenceActionName",
        "Only an input whose source end behavior is CONTINUE may be followed");
    return Optional.of(new Timed(action, reference.at(), true));
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
