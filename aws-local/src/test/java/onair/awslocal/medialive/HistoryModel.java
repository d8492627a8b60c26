package onair.awslocal.medialive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onair.awslocal.model.Answer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.BadRequestException;
import software.amazon.awssdk.services.medialive.model.ConflictException;
import software.amazon.awssdk.services.medialive.model.NotFoundException;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;

/**
 * What MediaLive promises of two input security groups, three inputs and two channels, as its user
 * guide and API reference say it and with the times of profile {@code fast}; written apart from the
 * code under test. Each question is answered as AWS would and, when it is granted, has its effect.
 */
final class HistoryModel {

  static final Answer OK = Answer.OK;
  static final Answer BAD = Answer.refused(BadRequestException.class);
  static final Answer MISSING = Answer.refused(NotFoundException.class);
  static final Answer CONFLICT = Answer.refused(ConflictException.class);
  static final Answer INVALID = Answer.refused(UnprocessableEntityException.class);

  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final Duration KEPT_ACTION = Duration.ofHours(1);

  /** Anything with a life of its own. */
  static class Thing {
    /** {@code GONE} before it was made and after it is forgotten. */
    String state = "GONE";

    /** What happens next by itself, and when. */
    String next = "";

    Instant due = Instant.MAX;
    int generation;

    void become(String state, String next, Instant due) {
      this.state = state;
      this.next = next;
      this.due = due;
    }

    void rest(String state) {
      become(state, "", Instant.MAX);
    }

    boolean is(String... states) {
      return Set.of(states).contains(state);
    }

    /** A deleted thing's place is taken by a new one, which has another token. */
    boolean isVacant() {
      return is("GONE", "DELETED");
    }

    boolean canBeMade() {
      return isVacant();
    }
  }

  static final class Group extends Thing {}

  static final class Input extends Thing {
    final boolean standard;
    int group;

    Input(boolean standard) {
      this.standard = standard;
    }

    boolean isUsable() {
      return is("CREATING", "DETACHED");
    }
  }

  static final class Channel extends Thing {
    int input;
    boolean standard;
    boolean encoding;
    Set<String> alerts = new HashSet<>();
    final List<String> told = new ArrayList<>();
    Map<String, String> tags = new HashMap<>();
    final Map<String, Instant> actions = new HashMap<>();

    /** Deleted ones let go of their input a little later. */
    boolean holds(int slot) {
      return input == slot && !is("GONE") && !(is("DELETED") && !next.equals("RELEASE"));
    }

    @Override
    boolean canBeMade() {
      return isVacant() && !next.equals("RELEASE");
    }

    void tell(String... words) {
      told.addAll(List.of(words));
    }
  }

  final List<Group> groups = List.of(new Group(), new Group());
  final List<Input> inputs = List.of(new Input(true), new Input(false), new Input(true));
  final List<Channel> channels = List.of(new Channel(), new Channel());
  Instant now;
  boolean full;

  HistoryModel(Instant now) {
    this.now = now;
  }

  private Instant in(int millis) {
    return now.plusMillis(millis);
  }

  // Input security groups

  Answer createGroup(Group group) {
    group.rest("IDLE");
    return OK;
  }

  Answer updateGroup(Group group) {
    Answer answer =
        switch (group.state) {
          case "GONE" -> MISSING;
          case "DELETED" -> BAD;
          case "UPDATING" -> CONFLICT;
          default -> OK;
        };
    if (answer.isOk()) {
      group.become("UPDATING", "IDLE", in(200));
    }
    return answer;
  }

  Answer deleteGroup(Group group) {
    if (group.is("GONE")) {
      return MISSING;
    }
    if (group.is("DELETED", "UPDATING") || isUsed(group)) {
      return BAD;
    }
    group.become("DELETED", "GONE", now.plus(REMEMBERED));
    return OK;
  }

  private boolean isUsed(Group group) {
    return inputs.stream().anyMatch(i -> !i.isVacant() && groups.get(i.group) == group);
  }

  String shown(Group group) {
    return group.is("IDLE") && isUsed(group) ? "IN_USE" : group.state;
  }

  // Inputs

  Answer createInput(Input input, int group) {
    if (!groups.get(group).is("IDLE", "UPDATING")) {
      return BAD;
    }
    input.group = group;
    input.become("CREATING", "DETACHED", in(300));
    return OK;
  }

  /** With the token it was made with. */
  Answer repeatInput(Input input, boolean otherwise) {
    return otherwise ? BAD : OK;
  }

  Answer updateInput(Input input) {
    if (input.is("GONE")) {
      return MISSING;
    }
    boolean free =
        channels.stream().noneMatch(c -> c.holds(inputs.indexOf(input)) && !c.is("IDLE"));
    return input.isUsable() && free ? OK : CONFLICT;
  }

  Answer deleteInput(Input input) {
    if (input.is("GONE")) {
      return MISSING;
    }
    if (!input.is("DETACHED") || isAttached(input)) {
      return CONFLICT;
    }
    input.become("DELETING", "DELETED", in(300));
    return OK;
  }

  boolean isAttached(Input input) {
    return channels.stream().anyMatch(c -> c.holds(inputs.indexOf(input)));
  }

  String shown(Input input) {
    return input.is("DETACHED") && isAttached(input) ? "ATTACHED" : input.state;
  }

  // Channels

  Answer createChannel(Channel channel, int input) {
    Answer answer = attachable(channel, input, false);
    if (answer.isOk()) {
      channel.input = input;
      channel.standard = false;
      channel.alerts = new HashSet<>();
      channel.tags = new HashMap<>();
      channel.told.clear();
      channel.tell("CREATING");
      channel.become("CREATING", "CREATED", in(500));
    }
    return answer;
  }

  Answer repeatChannel(Channel channel, boolean otherwise) {
    return otherwise ? CONFLICT : OK;
  }

  private Answer attachable(Channel channel, int slot, boolean standard) {
    Input input = inputs.get(slot);
    if (!input.isUsable() || (standard && !input.standard)) {
      return INVALID;
    }
    return channels.stream().anyMatch(c -> c != channel && c.holds(slot)) ? CONFLICT : OK;
  }

  Answer updateChannel(Channel channel, int input) {
    Answer answer = only(channel, "IDLE");
    if (answer.isOk()) {
      answer = attachable(channel, input, channel.standard);
    }
    if (answer.isOk()) {
      channel.input = input;
      channel.become("UPDATING", "IDLE", in(500));
    }
    return answer;
  }

  Answer updateClass(Channel channel, boolean standard) {
    Answer answer = only(channel, "IDLE");
    if (answer.isOk()) {
      answer = attachable(channel, channel.input, standard);
    }
    if (answer.isOk()) {
      channel.standard = standard;
      channel.become("UPDATING", "IDLE", in(500));
    }
    return answer;
  }

  Answer start(Channel channel) {
    Answer answer = only(channel, "IDLE");
    if (answer.isOk()) {
      channel.tell("STARTING");
      channel.become("STARTING", "LAUNCHED", in(1000));
    }
    return answer;
  }

  Answer stop(Channel channel) {
    Answer answer = only(channel, "RUNNING", "RECOVERING");
    if (answer.isOk()) {
      channel.tell("STOPPING");
      channel.become("STOPPING", "STOPPED", in(500));
    }
    return answer;
  }

  Answer delete(Channel channel) {
    Answer answer = only(channel, "IDLE");
    if (answer.isOk()) {
      channel.tell("DELETING");
      channel.become("DELETING", "DELETED", in(300));
    }
    return answer;
  }

  Answer restartPipelines(Channel channel, boolean second) {
    if (!channel.is("GONE") && second && !channel.standard) {
      return BAD;
    }
    Answer answer = only(channel, "RUNNING");
    if (answer.isOk()) {
      channel.encoding = false;
      channel.tell("RECOVERING");
      channel.become("RECOVERING", "LAUNCHED", in(500));
    }
    return answer;
  }

  private static Answer only(Channel channel, String... states) {
    if (channel.is("GONE")) {
      return MISSING;
    }
    return channel.is(states) ? OK : CONFLICT;
  }

  // Tags and the schedule

  Answer tag(Channel channel, String key, @Nullable String value) {
    if (channel.isVacant()) {
      return MISSING;
    }
    if (value == null) {
      channel.tags.remove(key);
    } else {
      channel.tags.put(key, value);
    }
    return OK;
  }

  Answer schedule(Channel channel, String action, Duration lead) {
    if (channel.isVacant()) {
      return MISSING;
    }
    prune();
    if (channel.actions.containsKey(action) || lead.toSeconds() < 15) {
      return INVALID;
    }
    channel.actions.put(action, now.plus(lead));
    return OK;
  }

  Answer unschedule(Channel channel, String action) {
    if (channel.isVacant()) {
      return MISSING;
    }
    prune();
    return channel.actions.remove(action) == null ? INVALID : OK;
  }

  void prune() {
    channels.forEach(c -> c.actions.values().removeIf(at -> at.plus(KEPT_ACTION).isBefore(now)));
  }

  // What nobody asks for

  void pass(Duration time) {
    now = now.plus(time);
    groups.stream().filter(this::isDue).forEach(g -> g.rest(g.next));
    inputs.stream().filter(this::isDue).forEach(this::goOn);
    while (channels.stream().anyMatch(this::isDue)) {
      channels.stream().filter(this::isDue).forEach(this::goOn);
    }
  }

  private boolean isDue(Thing thing) {
    return !thing.due.isAfter(now);
  }

  private void goOn(Input input) {
    if (input.next.equals("DELETED")) {
      input.become("DELETED", "GONE", now.plus(REMEMBERED));
    } else {
      input.rest(input.next);
    }
  }

  private void goOn(Channel channel) {
    switch (channel.next) {
      case "CREATED" -> {
        channel.tell("CREATED");
        channel.rest("IDLE");
      }
      case "LAUNCHED" -> launch(channel);
      case "STOPPED" -> {
        channel.encoding = false;
        channel.alerts.clear();
        channel.tell("STOPPED");
        channel.rest("IDLE");
      }
      case "DELETED" -> {
        channel.tell("DELETED");
        channel.actions.clear();
        channel.become("DELETED", "RELEASE", channel.due.plusMillis(200));
      }
      case "RELEASE" -> channel.become("DELETED", "GONE", channel.due.plus(REMEMBERED));
      default -> channel.rest(channel.next);
    }
  }

  private void launch(Channel channel) {
    channel.alerts.clear();
    if (full) {
      channel.encoding = false;
      channel.alerts.add(Alerts.START_REFUSED);
      channel.tell("STOPPED");
      channel.rest("IDLE");
    } else {
      channel.encoding = true;
      channel.alerts.add(Alerts.VIDEO_NOT_DETECTED);
      if (!channel.is("RUNNING")) {
        channel.tell("RUNNING");
      }
      channel.rest("RUNNING");
    }
  }

  /** Only while the channel is meant to run. */
  void news(Channel channel, String what) {
    if (!channel.is("RUNNING", "RECOVERING")) {
      return;
    }
    if (what.equals("failed")) {
      channel.alerts.add(Alerts.PIPELINE_FAILED);
      if (channel.is("RUNNING")) {
        channel.tell("RECOVERING");
        channel.rest("RECOVERING");
      }
      return;
    }
    channel.alerts.clear();
    if (what.equals("lost")) {
      channel.alerts.add(Alerts.VIDEO_NOT_DETECTED);
    }
    if (channel.is("RECOVERING")) {
      channel.tell("RUNNING");
      channel.rest("RUNNING");
    }
  }

  /** Another process over the same folder: what ran runs again, on a machine with room. */
  void restart() {
    full = false;
    for (Channel channel : channels) {
      channel.encoding = false;
      if (channel.is("RUNNING", "RECOVERING")) {
        launch(channel);
      }
    }
    pass(Duration.ZERO);
  }
}
