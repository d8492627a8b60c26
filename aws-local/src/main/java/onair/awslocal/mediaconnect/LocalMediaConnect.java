package onair.awslocal.mediaconnect;

import onair.awslocal.events.EventPublisher;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.TransportFlows;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.protocol.StatesOnly;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.AddFlowOutputsRequest;
import software.amazon.awssdk.services.mediaconnect.model.AddFlowOutputsResponse;
import software.amazon.awssdk.services.mediaconnect.model.AddFlowSourcesRequest;
import software.amazon.awssdk.services.mediaconnect.model.AddFlowSourcesResponse;
import software.amazon.awssdk.services.mediaconnect.model.CreateFlowRequest;
import software.amazon.awssdk.services.mediaconnect.model.CreateFlowResponse;
import software.amazon.awssdk.services.mediaconnect.model.DeleteFlowRequest;
import software.amazon.awssdk.services.mediaconnect.model.DeleteFlowResponse;
import software.amazon.awssdk.services.mediaconnect.model.DescribeFlowRequest;
import software.amazon.awssdk.services.mediaconnect.model.DescribeFlowResponse;
import software.amazon.awssdk.services.mediaconnect.model.Entitlement;
import software.amazon.awssdk.services.mediaconnect.model.GrantFlowEntitlementsRequest;
import software.amazon.awssdk.services.mediaconnect.model.GrantFlowEntitlementsResponse;
import software.amazon.awssdk.services.mediaconnect.model.ListEntitlementsRequest;
import software.amazon.awssdk.services.mediaconnect.model.ListEntitlementsResponse;
import software.amazon.awssdk.services.mediaconnect.model.ListFlowsRequest;
import software.amazon.awssdk.services.mediaconnect.model.ListFlowsResponse;
import software.amazon.awssdk.services.mediaconnect.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.mediaconnect.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.mediaconnect.model.ListedEntitlement;
import software.amazon.awssdk.services.mediaconnect.model.ListedFlow;
import software.amazon.awssdk.services.mediaconnect.model.RemoveFlowOutputRequest;
import software.amazon.awssdk.services.mediaconnect.model.RemoveFlowOutputResponse;
import software.amazon.awssdk.services.mediaconnect.model.RemoveFlowSourceRequest;
import software.amazon.awssdk.services.mediaconnect.model.RemoveFlowSourceResponse;
import software.amazon.awssdk.services.mediaconnect.model.RevokeFlowEntitlementRequest;
import software.amazon.awssdk.services.mediaconnect.model.RevokeFlowEntitlementResponse;
import software.amazon.awssdk.services.mediaconnect.model.SourceType;
import software.amazon.awssdk.services.mediaconnect.model.StartFlowRequest;
import software.amazon.awssdk.services.mediaconnect.model.StartFlowResponse;
import software.amazon.awssdk.services.mediaconnect.model.StopFlowRequest;
import software.amazon.awssdk.services.mediaconnect.model.StopFlowResponse;
import software.amazon.awssdk.services.mediaconnect.model.TagResourceRequest;
import software.amazon.awssdk.services.mediaconnect.model.TagResourceResponse;
import software.amazon.awssdk.services.mediaconnect.model.UntagResourceRequest;
import software.amazon.awssdk.services.mediaconnect.model.UntagResourceResponse;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowEntitlementRequest;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowEntitlementResponse;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowOutputRequest;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowOutputResponse;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowRequest;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowResponse;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowSourceRequest;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowSourceResponse;

/**
 * MediaConnect on this machine. Overridden methods are the operations that work; the AWS protocol
 * answers the others with NotImplemented, among them bridges, gateways, routers and the metadata of
 * a source.
 *
 * <p>Flows whose sources are srt-listener or srt-caller really carry their stream, to outputs of
 * the same two kinds and to MediaLive. Sources by rtp, rtp-fec, rist and zixi-push are kept, but
 * such a flow cannot be started; other protocols are refused at once. All flows share this
 * machine's address, so each listener needs a port of its own. A passphrase is read from Secrets
 * Manager when the flow starts; the role that reads it is not checked.
 */
public final class LocalMediaConnect implements MediaConnectClient {

  private final MediaConnectState state;
  private final Flows flows;
  private final FlowRuns runs;
  private final Sources sources;
  private final Outputs outputs;
  private final Entitlements entitlements;
  private final Tagging tagging;
  private final FlowMeasures measures;

  /**
   * @param secrets where passphrases are read
   * @param media carries what flows carry
   */
  public LocalMediaConnect(
      MediaConnectSettings settings,
      StateStore store,
      Lifecycle life,
      EventPublisher events,
      SecretReader secrets,
      TransportFlows media) {
    this.state = new MediaConnectState(store);
    var shapes = new FlowShapes(settings.host());
    var ports = new Ports(state, media);
    this.measures = new FlowMeasures(state, media);
    this.runs =
        new FlowRuns(
            state,
            life,
            new Times(settings.profile()),
            new FlowNews(events),
            new FlowPlan(secrets),
            media,
            measures);
    this.flows = new Flows(state, life, runs, shapes, ports, settings.quotas());
    this.sources = new Sources(runs, shapes, ports);
    this.outputs = new Outputs(runs, shapes, ports);
    this.entitlements = new Entitlements(state, runs);
    this.tagging = new Tagging(state);
  }

  /** Lets the ledger write down what happens to flows. */
  public void record(Ledger ledger) {
    state.record(ledger);
  }

  /**
   * Goes on where a former process ended: flows run again, pending changes of state are due. Call
   * it once, when the media plane is up and before anyone calls.
   */
  public void resume() {
    runs.resume();
  }

  /** Adds how active flows and their sources are. */
  public void measure(Metrics metrics) {
    measures.add(metrics);
  }

  /**
   * Adds the output that MediaLive wants for one of its inputs. Adding it again changes nothing.
   *
   * @throws software.amazon.awssdk.services.mediaconnect.model.MediaConnectException 404 when the
   *     scope has no such flow
   */
  public void addManagedOutput(Scope scope, String flowArn, String inputArn) {
    outputs.addManaged(scope, flowArn, inputArn);
  }

  /** Removes what {@link #addManagedOutput} has added; the same refusals. */
  public void removeManagedOutput(Scope scope, String flowArn, String inputArn) {
    outputs.removeManaged(scope, flowArn, inputArn);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Nothing of its own to release: the state store and the timers belong to the caller. */
  @Override
  public void close() {}

  @Override
  public CreateFlowResponse createFlow(CreateFlowRequest request) {
    return CreateFlowResponse.builder().flow(flows.create(request)).build();
  }

  @Override
  public DescribeFlowResponse describeFlow(DescribeFlowRequest request) {
    FlowRow row = flows.describe(request.flowArn());
    return DescribeFlowResponse.builder().flow(runs.seen(row)).messages(runs.messages(row)).build();
  }

  @Override
  public ListFlowsResponse listFlows(ListFlowsRequest request) {
    Page<FlowRow> page = flows.list(request.maxResults(), request.nextToken());
    return ListFlowsResponse.builder()
        .flows(page.items().stream().map(LocalMediaConnect::listed).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public UpdateFlowResponse updateFlow(UpdateFlowRequest request) {
    return UpdateFlowResponse.builder().flow(flows.update(request)).build();
  }

  @Override
  public DeleteFlowResponse deleteFlow(DeleteFlowRequest request) {
    FlowRow row = runs.begin(Step.DELETE, request.flowArn());
    return DeleteFlowResponse.builder().flowArn(row.arn()).status(row.status()).build();
  }

  @Override
  public StartFlowResponse startFlow(StartFlowRequest request) {
    FlowRow row = runs.begin(Step.START, request.flowArn());
    return StartFlowResponse.builder().flowArn(row.arn()).status(row.status()).build();
  }

  @Override
  public StopFlowResponse stopFlow(StopFlowRequest request) {
    FlowRow row = runs.begin(Step.STOP, request.flowArn());
    return StopFlowResponse.builder().flowArn(row.arn()).status(row.status()).build();
  }

  @Override
  public AddFlowSourcesResponse addFlowSources(AddFlowSourcesRequest request) {
    return AddFlowSourcesResponse.builder()
        .flowArn(request.flowArn())
        .sources(sources.add(request))
        .build();
  }

  @Override
  public UpdateFlowSourceResponse updateFlowSource(UpdateFlowSourceRequest request) {
    return UpdateFlowSourceResponse.builder()
        .flowArn(request.flowArn())
        .source(sources.update(request))
        .build();
  }

  @Override
  public RemoveFlowSourceResponse removeFlowSource(RemoveFlowSourceRequest request) {
    sources.remove(request.flowArn(), request.sourceArn());
    return RemoveFlowSourceResponse.builder()
        .flowArn(request.flowArn())
        .sourceArn(request.sourceArn())
        .build();
  }

  @Override
  public AddFlowOutputsResponse addFlowOutputs(AddFlowOutputsRequest request) {
    return AddFlowOutputsResponse.builder()
        .flowArn(request.flowArn())
        .outputs(outputs.add(request))
        .build();
  }

  @Override
  public UpdateFlowOutputResponse updateFlowOutput(UpdateFlowOutputRequest request) {
    return UpdateFlowOutputResponse.builder()
        .flowArn(request.flowArn())
        .output(outputs.update(request))
        .build();
  }

  @Override
  public RemoveFlowOutputResponse removeFlowOutput(RemoveFlowOutputRequest request) {
    outputs.remove(request.flowArn(), request.outputArn());
    return RemoveFlowOutputResponse.builder()
        .flowArn(request.flowArn())
        .outputArn(request.outputArn())
        .build();
  }

  @Override
  @StatesOnly("no stream goes to another account")
  public ListEntitlementsResponse listEntitlements(ListEntitlementsRequest request) {
    Page<Entitlement> page = entitlements.granted(request.maxResults(), request.nextToken());
    return ListEntitlementsResponse.builder()
        .entitlements(
            page.items().stream()
                .map(
                    e ->
                        Shapes.fill(ListedEntitlement.builder(), e)
                            .entitlementName(e.name())
                            .build())
                .toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  @StatesOnly("no stream goes to another account")
  public GrantFlowEntitlementsResponse grantFlowEntitlements(GrantFlowEntitlementsRequest request) {
    return GrantFlowEntitlementsResponse.builder()
        .flowArn(request.flowArn())
        .entitlements(entitlements.grant(request))
        .build();
  }

  @Override
  @StatesOnly("no stream goes to another account")
  public UpdateFlowEntitlementResponse updateFlowEntitlement(UpdateFlowEntitlementRequest request) {
    return UpdateFlowEntitlementResponse.builder()
        .flowArn(request.flowArn())
        .entitlement(entitlements.update(request))
        .build();
  }

  @Override
  @StatesOnly("no stream goes to another account")
  public RevokeFlowEntitlementResponse revokeFlowEntitlement(RevokeFlowEntitlementRequest request) {
    entitlements.revoke(request.flowArn(), request.entitlementArn());
    return RevokeFlowEntitlementResponse.builder()
        .flowArn(request.flowArn())
        .entitlementArn(request.entitlementArn())
        .build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    tagging.add(request.resourceArn(), request.tags());
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    tagging.remove(request.resourceArn(), request.tagKeys());
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder().tags(tagging.list(request.resourceArn())).build();
  }

  private static ListedFlow listed(FlowRow row) {
    return Shapes.fill(ListedFlow.builder(), row.resource())
        .description("")
        .sourceType(SourceType.OWNED)
        .build();
  }
}
