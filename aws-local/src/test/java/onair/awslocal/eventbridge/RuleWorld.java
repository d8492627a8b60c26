package onair.awslocal.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import onair.awslocal.events.DeliveryRoute;
import onair.awslocal.events.EventDelivery;
import onair.awslocal.events.EventTarget;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.model.Answer;
import onair.awslocal.model.World;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.StateStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * The default bus and one more with two rules each, in a process that can be restarted, beside what
 * EventBridge documents of buses, rules and targets.
 */
final class RuleWorld implements World {

  private static final CallContext CALLER = new CallContext("111122223333", "eu-west-1", "r");
  private static final Answer MISSING = Answer.refused(ResourceNotFoundException.class);
  private static final Answer EXISTS = Answer.refused(ResourceAlreadyExistsException.class);
  private static final Answer BAD = Answer.refused(EventBridgeException.class);
  private static final String QUEUE = "arn:aws:sqs:eu-west-1:111122223333:";

  /** What a rule should be: whether it is on, and its targets by id. */
  private static final class Wanted {
    boolean enabled = true;
    final Set<String> targets = new TreeSet<>();
  }

  private final Path folder;
  private final Map<String, Map<String, Wanted>> buses = new TreeMap<>();
  private final List<String> delivered = new ArrayList<>();
  private StateStore store;
  private LocalEventBridge backend;

  RuleWorld(Path folder) {
    this.folder = folder;
    buses.put("default", new TreeMap<>());
    open();
  }

  private void open() {
    this.store = new StateStore(folder, () -> Instant.EPOCH, false);
    EventTarget inbox =
        new EventTarget() {
          @Override
          public boolean owns(String arn) {
            return arn.startsWith(QUEUE);
          }

          @Override
          public void deliver(EventDelivery delivery) {
            delivered.add(delivery.ruleArn() + " " + delivery.targetArn());
          }
        };
    this.backend =
        new LocalEventBridge(
            store,
            Lifecycle.manual(() -> Instant.EPOCH),
            new Scope(CALLER.accountId(), CALLER.region()),
            List.of(inbox),
            DeliveryRoute.DIRECT);
  }

  void restart() {
    close();
    open();
  }

  void createBus(String name) {
    Answer expected =
        buses.containsKey(name) ? EXISTS : Answer.OK; // the default one exists for everybody
    expect(expected, aws -> aws.createEventBus(b -> b.name(name)));
    buses.putIfAbsent(name, new TreeMap<>());
  }

  void deleteBus(String name) {
    boolean refused = name.equals("default") || !buses.getOrDefault(name, Map.of()).isEmpty();
    expect(refused ? BAD : Answer.OK, aws -> aws.deleteEventBus(b -> b.name(name)));
    if (!refused) {
      buses.remove(name);
    }
  }

  /** A rule put again keeps its targets. */
  void putRule(String bus, String rule, boolean enabled) {
    Map<String, Wanted> rules = buses.get(bus);
    expect(
        rules == null ? MISSING : Answer.OK,
        aws ->
            aws.putRule(
                r ->
                    r.eventBusName(bus)
                        .name(rule)
                        .state(enabled ? RuleState.ENABLED : RuleState.DISABLED)
                        .eventPattern("{\"source\":[\"test\"]}")));
    if (rules != null) {
      rules.computeIfAbsent(rule, name -> new Wanted()).enabled = enabled;
    }
  }

  void turn(String bus, String rule, boolean on) {
    Wanted wanted = wanted(bus, rule);
    expect(
        wanted == null ? MISSING : Answer.OK,
        aws -> {
          if (on) {
            aws.enableRule(r -> r.eventBusName(bus).name(rule));
          } else {
            aws.disableRule(r -> r.eventBusName(bus).name(rule));
          }
        });
    if (wanted != null) {
      wanted.enabled = on;
    }
  }

  void deleteRule(String bus, String rule) {
    Wanted wanted = wanted(bus, rule);
    boolean busy = wanted != null && !wanted.targets.isEmpty();
    expect(
        !buses.containsKey(bus) ? MISSING : busy ? BAD : Answer.OK,
        aws -> aws.deleteRule(r -> r.eventBusName(bus).name(rule)));
    if (!busy && buses.containsKey(bus)) {
      buses.get(bus).remove(rule);
    }
  }

  void putTarget(String bus, String rule, String id) {
    Wanted wanted = wanted(bus, rule);
    expect(
        wanted == null ? MISSING : Answer.OK,
        aws ->
            aws.putTargets(
                t -> t.eventBusName(bus).rule(rule).targets(q -> q.id(id).arn(QUEUE + id))));
    if (wanted != null) {
      wanted.targets.add(id);
    }
  }

  void removeTarget(String bus, String rule, String id) {
    Wanted wanted = wanted(bus, rule);
    boolean there = wanted != null && wanted.targets.contains(id);
    expect(
        wanted == null ? MISSING : Answer.OK,
        aws ->
            assertThat(
                    aws.removeTargets(t -> t.eventBusName(bus).rule(rule).ids(id))
                        .failedEntryCount())
                .isEqualTo(there ? 0 : 1));
    if (there) {
      wanted.targets.remove(id);
    }
  }

  /** Every target of every rule that is on gets it once. */
  void putEvent(String bus) {
    delivered.clear();
    expect(
        Answer.OK,
        aws ->
            assertThat(
                    aws.putEvents(
                            e ->
                                e.entries(
                                    one ->
                                        one.eventBusName(bus)
                                            .source("test")
                                            .detailType("t")
                                            .detail("{}")))
                        .failedEntryCount())
                .isEqualTo(buses.containsKey(bus) ? 0 : 1));
    List<String> expected = new ArrayList<>();
    buses
        .getOrDefault(bus, Map.of())
        .forEach(
            (rule, wanted) -> {
              if (wanted.enabled) {
                String path = bus.equals("default") ? rule : bus + "/" + rule;
                String arn = "arn:aws:events:eu-west-1:111122223333:rule/" + path;
                wanted.targets.forEach(id -> expected.add(arn + " " + QUEUE + id));
              }
            });
    assertThat(delivered).containsExactlyInAnyOrderElementsOf(expected);
  }

  private @Nullable Wanted wanted(String bus, String rule) {
    return buses.getOrDefault(bus, Map.of()).get(rule);
  }

  private void expect(Answer expected, Consumer<LocalEventBridge> call) {
    CALLER.call(
        () -> {
          assertThat(Answer.to(() -> call.accept(backend))).isEqualTo(expected);
          return expected;
        });
  }

  @Override
  public void check() {
    CALLER.call(
        () -> {
          assertThat(backend.listEventBuses(l -> {}).eventBuses())
              .extracting(EventBus::name)
              .containsExactlyInAnyOrderElementsOf(buses.keySet());
          buses.forEach(
              (bus, rules) -> {
                assertThat(backend.listRules(l -> l.eventBusName(bus)).rules())
                    .extracting(rule -> rule.name() + " " + rule.stateAsString())
                    .containsExactlyInAnyOrderElementsOf(
                        rules.entrySet().stream()
                            .map(
                                rule ->
                                    rule.getKey()
                                        + (rule.getValue().enabled ? " ENABLED" : " DISABLED"))
                            .toList());
                rules.forEach(
                    (rule, wanted) ->
                        assertThat(
                                backend
                                    .listTargetsByRule(l -> l.eventBusName(bus).rule(rule))
                                    .targets())
                            .extracting(Target::id)
                            .containsExactlyInAnyOrderElementsOf(wanted.targets));
              });
          return store;
        });
  }

  @Override
  public void close() {
    store.close();
  }
}
