package onair.awslocal.mediaconnect;

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
import software.amazon.awssdk.services.mediaconnect.model.BadRequestException;
import software.amazon.awssdk.services.mediaconnect.model.NotFoundException;

/**
 * What MediaConnect promises of two flows, as its user guide and API reference say it and with the
 * times of profile {@code fast}; written apart from the code under test. Each question is answered
 * as AWS would and, when it is granted, has its effect.
 */
final class FlowModel {

  static final Answer OK = Answer.OK;
  static final Answer BAD = Answer.refused(BadRequestException.class);
  static final Answer MISSING = Answer.refused(NotFoundException.class);

  private static final Set<String> SETTLED = Set.of("STANDBY", "ACTIVE", "ERROR");

  /** One flow; its parts are known by their names. */
  static final class Flow {
    /** {@code GONE} before it was made and after it is deleted. */
    String status = "GONE";

    String next = "";
    Instant due = Instant.MAX;

    /** Of those that are due at once, which comes first. */
    int order;

    int made;
    boolean failover;
    boolean carried;
    Map<String, Integer> sources = new HashMap<>();
    Map<String, Integer> outputs = new HashMap<>();
    Set<String> managed = new HashSet<>();
    Set<String> entitlements = new HashSet<>();
    Map<String, String> tags = new HashMap<>();
    final List<String> told = new ArrayList<>();

    boolean is(String other) {
      return status.equals(other);
    }

    private void become(String after, String then, Instant when) {
      told.add(status + " " + after);
      status = after;
      next = then;
      due = when;
    }

    private void rest(String after) {
      become(after, "", Instant.MAX);
    }
  }

  final List<Flow> flows = List.of(new Flow(), new Flow());
  Instant now;
  private int counted;

  /** Whether the media plane refuses what it is asked next. */
  boolean refusing;

  FlowModel(Instant now) {
    this.now = now;
  }

  Answer create(Flow flow, int port) {
    if (isTaken(port)) {
      return BAD;
    }
    flow.status = "STANDBY";
    flow.made = counted++;
    flow.failover = false;
    flow.sources = new HashMap<>(Map.of("a", port));
    flow.outputs = new HashMap<>();
    flow.managed = new HashSet<>();
    flow.entitlements = new HashSet<>();
    flow.tags = new HashMap<>();
    flow.told.clear();
    return OK;
  }

  /** On this machine all flows share an address. */
  private boolean isTaken(int port) {
    return flows.stream()
        .filter(f -> !f.is("GONE") && !f.is("DELETING"))
        .anyMatch(f -> f.sources.containsValue(port) || f.outputs.containsValue(port));
  }

  Answer start(Flow flow) {
    Answer answer = only(flow, Set.of("STANDBY", "ERROR"));
    if (answer.isOk()) {
      flow.become("STARTING", "ACTIVE", now.plusMillis(700));
      flow.order = counted++;
    }
    return answer;
  }

  Answer stop(Flow flow) {
    Answer answer = only(flow, Set.of("ACTIVE", "ERROR"));
    if (answer.isOk()) {
      flow.become("STOPPING", "STANDBY", now.plusMillis(300));
    }
    return answer;
  }

  Answer delete(Flow flow) {
    Answer answer = only(flow, Set.of("STANDBY"));
    if (answer.isOk()) {
      flow.become("DELETING", "GONE", now.plusMillis(300));
    }
    return answer;
  }

  private static Answer only(Flow flow, Set<String> statuses) {
    if (flow.is("GONE")) {
      return MISSING;
    }
    return statuses.contains(flow.status) ? OK : BAD;
  }

  // The flow itself and its sources: one that is active is UPDATING for a while

  Answer failover(Flow flow, boolean enabled) {
    return altered(
        flow, enabled || flow.sources.size() < 2 ? OK : BAD, () -> flow.failover = enabled);
  }

  Answer addSource(Flow flow, String name, int port) {
    boolean fits = flow.failover && flow.sources.size() < 2 && !flow.sources.containsKey(name);
    return altered(flow, fits && !isTaken(port) ? OK : BAD, () -> flow.sources.put(name, port));
  }

  Answer removeSource(Flow flow, String name) {
    Answer fits = flow.sources.size() > 1 ? OK : BAD;
    return altered(
        flow, flow.sources.containsKey(name) ? fits : MISSING, () -> flow.sources.remove(name));
  }

  private Answer altered(Flow flow, Answer otherwise, Runnable change) {
    Answer answer = only(flow, SETTLED);
    if (answer.isOk()) {
      answer = otherwise;
    }
    if (answer.isOk()) {
      change.run();
      if (flow.is("ACTIVE")) {
        flow.become("UPDATING", "ACTIVE", now.plusMillis(300));
        flow.order = counted++;
      }
    }
    return answer;
  }

  // What goes out: at once, while it runs

  Answer addOutput(Flow flow, String name, int port) {
    boolean fits = !flow.outputs.containsKey(name) && !isTaken(port);
    return rearranged(flow, SETTLED, fits ? OK : BAD, () -> flow.outputs.put(name, port));
  }

  Answer moveOutput(Flow flow, String name, int port) {
    @Nullable Integer before = flow.outputs.get(name);
    boolean fits = before != null && (before == port || !isTaken(port));
    return rearranged(
        flow,
        SETTLED,
        before == null ? MISSING : fits ? OK : BAD,
        () -> flow.outputs.put(name, port));
  }

  Answer removeOutput(Flow flow, String name) {
    return rearranged(
        flow,
        SETTLED,
        flow.outputs.containsKey(name) ? OK : MISSING,
        () -> flow.outputs.remove(name));
  }

  Answer grant(Flow flow, String name) {
    return rearranged(
        flow,
        SETTLED,
        flow.entitlements.contains(name) ? BAD : OK,
        () -> flow.entitlements.add(name));
  }

  Answer revoke(Flow flow, String name) {
    return rearranged(
        flow,
        SETTLED,
        flow.entitlements.contains(name) ? OK : MISSING,
        () -> flow.entitlements.remove(name));
  }

  /** MediaLive's own outputs come and go in any state. */
  Answer manage(Flow flow, String input, boolean wanted) {
    return rearranged(
        flow,
        Set.of("STANDBY", "STARTING", "ACTIVE", "UPDATING", "STOPPING", "DELETING", "ERROR"),
        OK,
        () -> {
          flow.managed.remove(input);
          if (wanted) {
            flow.managed.add(input);
          }
        });
  }

  private Answer rearranged(Flow flow, Set<String> statuses, Answer otherwise, Runnable change) {
    Answer answer = only(flow, statuses);
    if (answer.isOk()) {
      answer = otherwise;
    }
    if (answer.isOk() && flow.is("ACTIVE") && isRefused()) {
      return BAD; // and goes on as it was
    }
    if (answer.isOk()) {
      change.run();
    }
    return answer;
  }

  Answer tag(Flow flow, String key, @Nullable String value) {
    if (flow.is("GONE")) {
      return MISSING;
    }
    if (value == null) {
      flow.tags.remove(key);
    } else {
      flow.tags.put(key, value);
    }
    return OK;
  }

  // What nobody asks for

  void pass(Duration time) {
    now = now.plus(time);
    flows.stream().filter(f -> !f.due.isAfter(now)).sorted(FlowModel::byDue).forEach(this::goOn);
  }

  private static int byDue(Flow one, Flow other) {
    int byTime = one.due.compareTo(other.due);
    return byTime == 0 ? Integer.compare(one.order, other.order) : byTime;
  }

  private void goOn(Flow flow) {
    switch (flow.next) {
      case "ACTIVE" -> launch(flow);
      case "STANDBY" -> {
        flow.carried = false;
        flow.rest("STANDBY");
      }
      default -> {
        flow.carried = false;
        flow.status = "GONE";
        flow.due = Instant.MAX;
      }
    }
  }

  private void launch(Flow flow) {
    boolean refused = isRefused();
    flow.carried = !refused;
    if (refused) {
      flow.rest("ERROR");
    } else if (!flow.is("ACTIVE")) {
      flow.rest("ACTIVE");
    }
  }

  private boolean isRefused() {
    boolean refused = refusing;
    refusing = false;
    return refused;
  }

  /** Another process over the same folder: active flows run again. */
  void restart() {
    refusing = false;
    flows.forEach(flow -> flow.carried = false);
    flows.forEach(flow -> flow.order = flow.made);
    flows.stream().filter(flow -> flow.is("ACTIVE")).forEach(this::launch);
    pass(Duration.ZERO);
  }
}
