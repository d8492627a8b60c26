package onair.awslocal.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import onair.awslocal.MovableClock;
import onair.awslocal.events.DeliveryRefused;
import onair.awslocal.events.DeliveryRoute;
import onair.awslocal.events.EventDelivery;
import onair.awslocal.events.EventTarget;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.protocol.Backend;
import onair.awslocal.protocol.LocalApi;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.StateStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalEventBridgeTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String QUEUE = "arn:aws:sqs:eu-west-1:111122223333:q";

  /** Keeps what it gets. */
  private static final class Inbox implements EventTarget {

    final List<EventDelivery> deliveries = Collections.synchronizedList(new ArrayList<>());

    @Override
    public boolean owns(String arn) {
      return arn.startsWith("arn:aws:sqs:");
    }

    @Override
    public void deliver(EventDelivery delivery) {
      if (delivery.targetArn().endsWith(":closed")) {
        throw new DeliveryRefused("it is closed");
      }
      deliveries.add(delivery);
    }

    JsonNode only() {
      assertThat(deliveries).hasSize(1);
      return JSON.readTree(deliveries.removeFirst().body());
    }
  }

  @TempDir Path folder;
  private final Inbox inbox = new Inbox();
  private StateStore store;
  private LocalEventBridge backend;
  private LocalApi api;
  private EventBridgeClient events;

  @BeforeEach
  void start() {
    store = new StateStore(folder);
    backend =
        new LocalEventBridge(
            store,
            Lifecycle.manual(new MovableClock()),
            new Scope(LocalApi.ACCOUNT, "us-east-1"),
            List.of(inbox),
            DeliveryRoute.DIRECT);
    api = new LocalApi(new Backend("events", EventBridgeClient.class, backend));
    events = api.client(EventBridgeClient.builder());
  }

  @AfterEach
  void stop() {
    events.close();
    api.close();
    store.close();
  }

  @Test
  void bringsAnEventInAwssEnvelopeToTheTargetsOfTheRulesItMatches() {
    events.createEventBus(b -> b.name("onair"));
    rule(
        "onair",
        "channels",
        "{\"source\":[\"onair.channel\"]}",
        Target.builder().id("q").arn(QUEUE).build());
    rule(
        "onair",
        "others",
        "{\"source\":[\"onair.other\"]}",
        Target.builder().id("q").arn(QUEUE).build());
    PutEventsResponse put = put(entry("onair", "{\"a\":[1,2.5,null]}").resources("arn:x").build());
    assertThat(put.failedEntryCount()).isZero();
    assertThat(inbox.deliveries.getFirst().ruleArn())
        .isEqualTo("arn:aws:events:eu-west-1:111122223333:rule/onair/channels");
    assertThat(inbox.only())
        .isEqualTo(
            JSON.readTree(
                """
                {"version":"0","id":"%s","detail-type":"channel.live","source":"onair.channel","account":"111122223333",
                 "time":"2026-11-22T10:00:00Z","region":"eu-west-1","resources":["arn:x"],"detail":{"a":[1,2.5,null]}}
                """
                    .formatted(put.entries().getFirst().eventId())));
  }

  @Test
  void putsEventsOfLocalServicesOnTheDefaultBusOfTheirResourcesRegion() {
    rule(
        "default",
        "medialive",
        "{\"source\":[\"aws.medialive\"]}",
        Target.builder().id("q").arn(QUEUE).build());
    backend.publish(
        "aws.medialive",
        "MediaLive Channel State Change",
        List.of("arn:aws:medialive:eu-west-1:111122223333:channel:1"),
        Map.of("state", "RUNNING", "pipelines_running_count", 1));
    JsonNode event = inbox.only();
    assertThat(event.at("/detail/state").asString()).isEqualTo("RUNNING");
    assertThat(event.path("region").asString()).isEqualTo("eu-west-1");
    backend.publish("aws.medialive", "x", List.of(), Map.of());
    assertThat(inbox.deliveries).as("that was us-east-1").isEmpty();
  }

  @Test
  void anEntryFailsAlone() {
    PutEventsResponse put =
        put(
            entry("default", "{}").build(),
            entry("default", "{").build(),
            entry("default", "[]").build(),
            entry("default", "{}").source(null).build(),
            entry("default", "{}").source("aws.medialive").build(),
            entry("none", "{}").build());
    assertThat(put.failedEntryCount()).isEqualTo(5);
    assertThat(put.entries())
        .extracting(PutEventsResultEntry::errorCode)
        .containsExactly(
            null,
            "MalformedDetail",
            "MalformedDetail",
            "InvalidArgument",
            "NotAuthorizedForSourceException",
            "ResourceNotFoundException");
  }

  @Test
  void refusesTooManyOrTooLargeEntries() {
    PutEventsRequestEntry entry = entry("default", "{}").build();
    assertThatThrownBy(
            () -> put(Collections.nCopies(11, entry).toArray(PutEventsRequestEntry[]::new)))
        .hasMessageContaining("Entries: must have size less than or equal to 10");
    String large = "{\"a\":\"%s\"}".formatted("x".repeat(140_000));
    assertThatThrownBy(() -> put(entry("default", large).build(), entry("default", large).build()))
        .isInstanceOf(EventBridgeException.class)
        .hasMessageContaining("Total size");
  }

  @Test
  void aTargetGetsThePartOrTheTextItWants() {
    rule(
        "default",
        "r",
        "{\"source\":[{\"prefix\":\"onair.\"}]}",
        Target.builder().id("part").arn(QUEUE).inputPath("$.detail.a").build(),
        Target.builder().id("text").arn(QUEUE).input("{\"own\":1}").build());
    put(entry("default", "{\"a\":{\"b\":1}}").build());
    assertThat(inbox.deliveries)
        .extracting(EventDelivery::body)
        .containsExactly("{\"b\":1}", "{\"own\":1}");
  }

  @Test
  void anEventThatATargetRefusesGoesToItsDeadLetterQueueAndTheOthersGetIt() {
    rule(
        "default",
        "r",
        "{\"source\":[\"onair.channel\"]}",
        Target.builder()
            .id("closed")
            .arn("arn:aws:sqs:eu-west-1:111122223333:closed")
            .deadLetterConfig(d -> d.arn("arn:aws:sqs:eu-west-1:111122223333:dead"))
            .build(),
        Target.builder().id("lost").arn("arn:aws:sqs:eu-west-1:111122223333:closed").build(),
        Target.builder().id("open").arn(QUEUE).build());
    assertThat(put(entry("default", "{}").build()).failedEntryCount()).isZero();
    assertThat(inbox.deliveries)
        .extracting(EventDelivery::targetArn)
        .containsExactly("arn:aws:sqs:eu-west-1:111122223333:dead", QUEUE);
  }

  @Test
  void aRuleCanBeChangedDisabledAndEnabled() {
    rule("default", "r", "{\"source\":[\"none\"]}", Target.builder().id("q").arn(QUEUE).build());
    events.putRule(
        r -> r.name("r").eventPattern("{\"source\":[\"onair.channel\"]}").description("d"));
    put(entry("default", "{}").build());
    assertThat(inbox.only()).isNotNull();
    events.disableRule(r -> r.name("r"));
    assertThat(events.describeRule(r -> r.name("r")).state()).isEqualTo(RuleState.DISABLED);
    put(entry("default", "{}").build());
    assertThat(inbox.deliveries).isEmpty();
    events.enableRule(r -> r.name("r"));
    put(entry("default", "{}").build());
    assertThat(inbox.only()).isNotNull();
    assertThat(events.describeRule(r -> r.name("r")).description()).isEqualTo("d");
  }

  @Test
  void refusesPatternsSchedulesAndTargetsItDoesNotHave() {
    assertThatThrownBy(() -> events.putRule(r -> r.name("r").eventPattern("{\"source\":\"x\"}")))
        .isInstanceOf(InvalidEventPatternException.class)
        .hasMessageContaining("Event pattern is not valid. Reason:");
    assertThatThrownBy(() -> events.putRule(r -> r.name("r").scheduleExpression("rate(1 day)")))
        .isInstanceOfSatisfying(
            EventBridgeException.class, e -> assertThat(e.statusCode()).isEqualTo(501));
    assertThatThrownBy(() -> events.putRule(r -> r.name("r")))
        .hasMessageContaining("EventPattern or ScheduleExpression");
    events.putRule(r -> r.name("r").eventPattern("{\"source\":[\"x\"]}"));
    assertThat(
            events
                .putTargets(
                    r ->
                        r.rule("r")
                            .targets(
                                t -> t.id("1").arn("arn:aws:lambda:eu-west-1:1:function:f"),
                                t -> t.id("2").arn(QUEUE)))
                .failedEntries())
        .extracting(PutTargetsResultEntry::targetId)
        .containsExactly("1");
    assertThatThrownBy(
            () ->
                events.putTargets(
                    r ->
                        r.rule("r")
                            .targets(
                                IntStream.range(0, 6)
                                    .mapToObj(i -> Target.builder().id("t" + i).arn(QUEUE).build())
                                    .toList())))
        .hasMessageContaining("exceeds the maximum number allowed");
  }

  @Test
  void deletesInOrder() {
    events.createEventBus(b -> b.name("onair"));
    rule("onair", "r", "{\"source\":[\"x\"]}", Target.builder().id("q").arn(QUEUE).build());
    assertThatThrownBy(() -> events.deleteRule(r -> r.name("r").eventBusName("onair")))
        .hasMessageContaining("has targets");
    assertThat(
            events
                .removeTargets(r -> r.rule("r").eventBusName("onair").ids("q", "none"))
                .failedEntryCount())
        .isEqualTo(1);
    assertThatThrownBy(() -> events.deleteEventBus(b -> b.name("onair")))
        .hasMessageContaining("has rules");
    events.deleteRule(r -> r.name("r").eventBusName("onair"));
    events.deleteRule(r -> r.name("r").eventBusName("onair"));
    events.deleteEventBus(b -> b.name("onair"));
    events.deleteEventBus(b -> b.name("onair"));
    assertThatThrownBy(() -> events.describeEventBus(b -> b.name("onair")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> events.deleteEventBus(b -> b.name("default")))
        .hasMessageContaining("Cannot delete event bus default");
  }

  @Test
  void listsBusesRulesAndTargetsInPages() {
    events.createEventBus(b -> b.name("onair"));
    assertThatThrownBy(() -> events.createEventBus(b -> b.name("onair")))
        .isInstanceOf(ResourceAlreadyExistsException.class);
    assertThat(events.listEventBuses(b -> b.build()).eventBuses())
        .extracting(EventBus::name)
        .containsExactly("default", "onair");
    IntStream.range(0, 5)
        .forEach(
            i ->
                rule(
                    "onair",
                    "r" + i,
                    "{\"source\":[\"x\"]}",
                    Target.builder().id("q").arn(QUEUE).build()));
    var first = events.listRules(r -> r.eventBusName("onair").namePrefix("r").limit(3));
    var second =
        events.listRules(
            r -> r.eventBusName("onair").namePrefix("r").limit(3).nextToken(first.nextToken()));
    assertThat(first.rules()).extracting(Rule::name).containsExactly("r0", "r1", "r2");
    assertThat(second.rules()).extracting(Rule::name).containsExactly("r3", "r4");
    assertThat(second.nextToken()).isNull();
    assertThatThrownBy(() -> events.listRules(r -> r.nextToken("forged")))
        .isInstanceOf(EventBridgeException.class);
    assertThat(events.listTargetsByRule(r -> r.rule("r0").eventBusName("onair")).targets())
        .extracting(Target::arn)
        .containsExactly(QUEUE);
    assertThatThrownBy(() -> events.listRules(r -> r.eventBusName("none")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void busesAndRulesHaveTags() {
    String bus =
        events.createEventBus(b -> b.name("onair").tags(t -> t.key("a").value("1"))).eventBusArn();
    String rule =
        events
            .putRule(
                r ->
                    r.name("r")
                        .eventBusName("onair")
                        .eventPattern("{\"source\":[\"x\"]}")
                        .tags(t -> t.key("a").value("1")))
            .ruleArn();
    for (String arn : List.of(bus, rule)) {
      events.tagResource(r -> r.resourceARN(arn).tags(t -> t.key("b").value("2")));
      events.untagResource(r -> r.resourceARN(arn).tagKeys("a"));
      assertThat(events.listTagsForResource(r -> r.resourceARN(arn)).tags())
          .singleElement()
          .satisfies(tag -> assertThat(tag.key() + tag.value()).isEqualTo("b2"));
    }
  }

  @Test
  void saysWhetherAPatternMatches() {
    String event =
        "{\"id\":\"1\",\"source\":\"a\",\"detail-type\":\"t\",\"account\":\"1\",\"time\":\"2026-11-22T10:00:00Z\",\"region\":\"r\",\"resources\":[],\"detail\":{}}";
    assertThat(
            events
                .testEventPattern(r -> r.event(event).eventPattern("{\"source\":[\"a\"]}"))
                .result())
        .isTrue();
    assertThat(
            events
                .testEventPattern(r -> r.event(event).eventPattern("{\"source\":[\"b\"]}"))
                .result())
        .isFalse();
  }

  @Test
  void everythingIsThereAfterARestart() {
    events.createEventBus(b -> b.name("onair"));
    rule(
        "onair",
        "r",
        "{\"source\":[\"onair.channel\"]}",
        Target.builder().id("q").arn(QUEUE).build());
    stop();
    start();
    put(entry("onair", "{}").build());
    assertThat(inbox.only()).isNotNull();
  }

  private void rule(String bus, String name, String pattern, Target... targets) {
    events.putRule(r -> r.name(name).eventBusName(bus).eventPattern(pattern));
    assertThat(
            events
                .putTargets(r -> r.rule(name).eventBusName(bus).targets(targets))
                .failedEntryCount())
        .isZero();
  }

  private PutEventsResponse put(PutEventsRequestEntry... entries) {
    return events.putEvents(r -> r.entries(entries));
  }

  private static PutEventsRequestEntry.Builder entry(String bus, String detail) {
    return PutEventsRequestEntry.builder()
        .eventBusName(bus)
        .source("onair.channel")
        .detailType("channel.live")
        .detail(detail);
  }

  @Test
  void rulesAreFoundByTheirTarget() {
    for (int i = 0; i < 3; i++) {
      String name = "r" + i;
      events.putRule(r -> r.name(name).eventPattern("{\"source\":[\"x\"]}"));
    }
    events.putTargets(t -> t.rule("r0").targets(q -> q.id("1").arn(QUEUE)));
    events.putTargets(t -> t.rule("r2").targets(q -> q.id("1").arn(QUEUE)));
    var first = events.listRuleNamesByTarget(l -> l.targetArn(QUEUE).limit(1));
    assertThat(first.ruleNames()).containsExactly("r0");
    assertThat(
            events
                .listRuleNamesByTarget(l -> l.targetArn(QUEUE).nextToken(first.nextToken()))
                .ruleNames())
        .containsExactly("r2");
  }

  @Test
  void aTemplateIsFilledWithPartsOfTheEvent() {
    rule(
        "default",
        "r",
        "{\"source\":[{\"prefix\":\"onair.\"}]}",
        transformed("json", "{\"state\": <state>, \"all\": <detail>, \"none\": \"<nothing>\"}"),
        transformed("text", "\"The channel is <state>: <detail>\""));
    put(entry("default", "{\"state\":\"RUNNING\"}").build());
    assertThat(inbox.deliveries)
        .extracting(EventDelivery::body)
        .containsExactly(
            "{\"state\": \"RUNNING\", \"all\": {\"state\":\"RUNNING\"}, \"none\": \"\"}",
            "\"The channel is RUNNING: {\\\"state\\\":\\\"RUNNING\\\"}\"");
  }

  private static Target transformed(String id, String template) {
    return Target.builder()
        .id(id)
        .arn(QUEUE)
        .inputTransformer(
            t ->
                t.inputPathsMap(Map.of("state", "$.detail.state", "detail", "$.detail"))
                    .inputTemplate(template))
        .build();
  }
}
