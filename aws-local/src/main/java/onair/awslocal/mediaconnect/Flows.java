package onair.awslocal.mediaconnect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.model.AddOutputRequest;
import software.amazon.awssdk.services.mediaconnect.model.CreateFlow420Exception;
import software.amazon.awssdk.services.mediaconnect.model.CreateFlowRequest;
import software.amazon.awssdk.services.mediaconnect.model.Entitlement;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.GrantEntitlementRequest;
import software.amazon.awssdk.services.mediaconnect.model.Output;
import software.amazon.awssdk.services.mediaconnect.model.SetSourceRequest;
import software.amazon.awssdk.services.mediaconnect.model.Source;
import software.amazon.awssdk.services.mediaconnect.model.Status;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowRequest;

/** What can be asked of flows as a whole. Their way through the states is {@link FlowRuns}. */
final class Flows {

  private static final int PAGE = 50;

  private final MediaConnectState state;
  private final Lifecycle life;
  private final FlowRuns runs;
  private final FlowShapes shapes;
  private final Ports ports;
  private final AppliedQuotas quotas;

  Flows(
      MediaConnectState state,
      Lifecycle life,
      FlowRuns runs,
      FlowShapes shapes,
      Ports ports,
      AppliedQuotas quotas) {
    this.state = state;
    this.life = life;
    this.runs = runs;
    this.shapes = shapes;
    this.ports = ports;
    this.quotas = quotas;
  }

  /** A flow's name need not be unique, and there is no token: repeated calls make more flows. */
  Flow create(CreateFlowRequest request) {
    var scope = Scope.current();
    Tagging.check(request.flowTags());
    FlowRow row = wanted(scope, request);
    return state.claiming(row.arn(), () -> add(scope, row));
  }

  private Flow add(Scope scope, FlowRow row) {
    long most = quotas.limit(scope, Quota.MEDIACONNECT_FLOWS);
    if (state.in(scope).size() >= most) {
      throw CreateFlow420Exception.builder()
          .message("Your account can have at most " + most + " flows in this region")
          .build();
    }
    FlowRules.check(row.resource());
    ports.requireFree(null, row.resource());
    state.add(row);
    return row.resource();
  }

  FlowRow describe(@Nullable String arn) {
    return state.get(Scope.current(), arn);
  }

  Page<FlowRow> list(@Nullable Integer maxResults, @Nullable String nextToken) {
    try {
      return Page.of(
          state.in(Scope.current()),
          FlowRow::position,
          maxResults == null ? PAGE : maxResults,
          nextToken);
    } catch (Page.BadToken e) {
      throw Refusals.badRequest("The next token is not valid");
    }
  }

  /** Members that are not given stay as they are. */
  Flow update(UpdateFlowRequest request) {
    FlowRow changed =
        runs.alter(
            Scope.current(),
            request.flowArn(),
            row -> row.with(Shapes.fill(row.resource().toBuilder(), request).build()));
    return runs.seen(changed);
  }

  private FlowRow wanted(Scope scope, CreateFlowRequest request) {
    String arn = FlowShapes.arn(scope, "flow", request.name());
    FlowRow row =
        new FlowRow(
                scope,
                life.now(),
                Shapes.fill(Flow.builder(), request)
                    .flowArn(arn)
                    .status(Status.STANDBY)
                    .egressIp(shapes.host())
                    .availabilityZone(zone(scope, request.availabilityZone()))
                    .sources(List.of())
                    .outputs(List.of())
                    .entitlements(List.of())
                    .build(),
                Map.of(),
                null,
                List.of())
            .tagged(arn, request.flowTags());
    row = sources(row, request);
    List<Output> outputs = new ArrayList<>();
    for (AddOutputRequest output : request.outputs()) {
      Output made = shapes.output(scope, output);
      outputs.add(made);
      row = row.tagged(made.outputArn(), output.outputTags());
    }
    Outputs.requireFewEnough(outputs);
    List<Entitlement> entitlements = new ArrayList<>();
    for (GrantEntitlementRequest entitlement : request.entitlements()) {
      Entitlement made = FlowShapes.entitlement(scope, entitlement);
      entitlements.add(made);
      row = row.tagged(made.entitlementArn(), entitlement.entitlementTags());
    }
    Entitlements.requireFewEnough(entitlements);
    return row.withOutputs(outputs).withEntitlements(entitlements);
  }

  private FlowRow sources(FlowRow row, CreateFlowRequest request) {
    List<SetSourceRequest> asked = new ArrayList<>(request.sources());
    if (request.source() != null) {
      asked.addFirst(request.source());
    }
    if (asked.isEmpty()) {
      throw Refusals.badRequest("A flow needs a source");
    }
    List<Source> made = new ArrayList<>();
    FlowRow tagged = row;
    for (SetSourceRequest source : asked) {
      Source one = shapes.source(row.scope(), source);
      made.add(one);
      tagged = tagged.tagged(one.sourceArn(), source.sourceTags());
    }
    return tagged.withSources(made);
  }

  private static String zone(Scope scope, @Nullable String asked) {
    return asked == null ? scope.region() + "a" : asked;
  }
}
