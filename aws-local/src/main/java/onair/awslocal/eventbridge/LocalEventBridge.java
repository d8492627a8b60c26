package onair.awslocal.eventbridge;

import java.util.List;
import java.util.Map;
import onair.awslocal.events.DeliveryRoute;
import onair.awslocal.events.EventPublisher;
import onair.awslocal.events.EventTarget;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.StateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DeleteEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.TagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.TagResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.TestEventPatternRequest;
import software.amazon.awssdk.services.eventbridge.model.TestEventPatternResponse;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceResponse;

/**
 * EventBridge's buses, rules and targets over local state, and the default bus of the local
 * services. Events are sent to SQS queues, before PutEvents answers. Schedules, archives, pipes,
 * partners and API destinations are not here.
 *
 * <p>Source: Amazon EventBridge API Reference 2015-10-07.
 */
public final class LocalEventBridge implements EventBridgeClient, EventPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(LocalEventBridge.class);

  private final Scope home;
  private final Rules rules;
  private final BusCalls busCalls;
  private final RuleCalls ruleCalls;
  private final TargetCalls targetCalls;
  private final EventIntake intake;

  /**
   * @param home where events of local services go whose resources name no region
   * @param targets services that rules can send to
   * @param way how events get there
   */
  public LocalEventBridge(
      StateStore store,
      Lifecycle lifecycle,
      Scope home,
      List<EventTarget> targets,
      DeliveryRoute way) {
    Buses buses = new Buses(store, lifecycle);
    this.rules = new Rules(store);
    EventRouter router = new EventRouter(rules, targets, way);
    this.home = home;
    this.busCalls = new BusCalls(buses, rules);
    this.ruleCalls = new RuleCalls(buses, rules);
    this.targetCalls = new TargetCalls(buses, rules, router);
    this.intake = new EventIntake(buses, router, lifecycle);
  }

  @Override
  public void publish(
      String source, String detailType, List<String> resources, Map<String, ?> detail) {
    try {
      intake.publish(scopeOf(resources), source, detailType, resources, detail);
    } catch (RuntimeException e) {
      LOG.error("Lost the event {} of {}", detailType, source, e);
    }
  }

  private Scope scopeOf(List<String> resources) {
    String[] arn = resources.isEmpty() ? new String[0] : resources.getFirst().split(":", 6);
    return arn.length == 6 && !arn[3].isEmpty() ? new Scope(home.accountId(), arn[3]) : home;
  }

  /** Lets the ledger write down what happens to rules. */
  public void record(Ledger ledger) {
    rules.record(ledger);
  }

  @Override
  public String serviceName() {
    return "events";
  }

  @Override
  public void close() {}

  @Override
  public CreateEventBusResponse createEventBus(CreateEventBusRequest request) {
    return busCalls.create(request);
  }

  @Override
  public DescribeEventBusResponse describeEventBus(DescribeEventBusRequest request) {
    return busCalls.describe(ruleCalls.bus(request.name()));
  }

  @Override
  public ListEventBusesResponse listEventBuses(ListEventBusesRequest request) {
    return busCalls.list(request);
  }

  @Override
  public DeleteEventBusResponse deleteEventBus(DeleteEventBusRequest request) {
    busCalls.delete(request.name());
    return DeleteEventBusResponse.builder().build();
  }

  @Override
  public PutRuleResponse putRule(PutRuleRequest request) {
    return PutRuleResponse.builder().ruleArn(ruleCalls.put(request).arn()).build();
  }

  @Override
  public DescribeRuleResponse describeRule(DescribeRuleRequest request) {
    return ruleCalls.describe(request.eventBusName(), request.name());
  }

  @Override
  public ListRulesResponse listRules(ListRulesRequest request) {
    return ruleCalls.list(request);
  }

  @Override
  public ListRuleNamesByTargetResponse listRuleNamesByTarget(ListRuleNamesByTargetRequest request) {
    return ruleCalls.withTarget(request);
  }

  @Override
  public EnableRuleResponse enableRule(EnableRuleRequest request) {
    ruleCalls.setState(request.eventBusName(), request.name(), RuleState.ENABLED);
    return EnableRuleResponse.builder().build();
  }

  @Override
  public DisableRuleResponse disableRule(DisableRuleRequest request) {
    ruleCalls.setState(request.eventBusName(), request.name(), RuleState.DISABLED);
    return DisableRuleResponse.builder().build();
  }

  @Override
  public DeleteRuleResponse deleteRule(DeleteRuleRequest request) {
    ruleCalls.delete(request.eventBusName(), request.name());
    return DeleteRuleResponse.builder().build();
  }

  @Override
  public TestEventPatternResponse testEventPattern(TestEventPatternRequest request) {
    return TestEventPatternResponse.builder().result(ruleCalls.matches(request)).build();
  }

  @Override
  public PutTargetsResponse putTargets(PutTargetsRequest request) {
    return targetCalls.put(request);
  }

  @Override
  public ListTargetsByRuleResponse listTargetsByRule(ListTargetsByRuleRequest request) {
    return targetCalls.list(request);
  }

  @Override
  public RemoveTargetsResponse removeTargets(RemoveTargetsRequest request) {
    return targetCalls.remove(request);
  }

  @Override
  public PutEventsResponse putEvents(PutEventsRequest request) {
    List<PutEventsResultEntry> entries = intake.accept(Scope.current(), request.entries());
    long failed = entries.stream().filter(entry -> entry.errorCode() != null).count();
    return PutEventsResponse.builder()
        .entries(entries)
        .failedEntryCount(Math.toIntExact(failed))
        .build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    busCalls.tag(request.resourceARN(), request.tags());
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    busCalls.untag(request.resourceARN(), request.tagKeys());
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder().tags(busCalls.tags(request.resourceARN())).build();
  }
}
