package onair.awslocal.mediaconnect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.model.AddFlowOutputs420Exception;
import software.amazon.awssdk.services.mediaconnect.model.AddFlowOutputsRequest;
import software.amazon.awssdk.services.mediaconnect.model.AddOutputRequest;
import software.amazon.awssdk.services.mediaconnect.model.Output;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowOutputRequest;

/** What can be asked of a flow's outputs. Those that MediaLive has added belong to MediaLive. */
final class Outputs {

  /** AWS's quota per flow. */
  private static final int MOST = 50;

  private final FlowRuns runs;
  private final FlowShapes shapes;
  private final Ports ports;

  Outputs(FlowRuns runs, FlowShapes shapes, Ports ports) {
    this.runs = runs;
    this.shapes = shapes;
    this.ports = ports;
  }

  List<Output> add(AddFlowOutputsRequest request) {
    var scope = Scope.current();
    List<Output> added = new ArrayList<>();
    for (AddOutputRequest output : request.outputs()) {
      added.add(shapes.output(scope, output));
    }
    runs.rearrange(
        scope,
        request.flowArn(),
        row -> {
          FlowRow changed = row.withOutputs(plus(row, added));
          for (int i = 0; i < added.size(); i++) {
            Map<String, String> tags = request.outputs().get(i).outputTags();
            changed = changed.tagged(added.get(i).outputArn(), tags);
          }
          return checked(row, changed);
        });
    return added;
  }

  Output update(UpdateFlowOutputRequest request) {
    FlowRow changed =
        runs.rearrange(
            Scope.current(),
            request.flowArn(),
            row -> {
              Output before = own(row, request.outputArn());
              Output after = shapes.output(before, request);
              List<Output> all =
                  row.resource().outputs().stream()
                      .map(output -> output.equals(before) ? after : output)
                      .toList();
              return checked(row, row.withOutputs(all));
            });
    return known(changed, request.outputArn());
  }

  void remove(@Nullable String flowArn, @Nullable String outputArn) {
    runs.rearrange(Scope.current(), flowArn, row -> without(row, own(row, outputArn)));
  }

  /** What MediaLive does when an input is made from a flow; 404 when there is no such flow. */
  void addManaged(Scope scope, String flowArn, String inputArn) {
    Output managed = FlowShapes.managedOutput(scope, inputArn);
    runs.rearrangeAnytime(
        scope,
        flowArn,
        row -> isManaged(row, inputArn) ? row : row.withOutputs(plus(row, List.of(managed))));
  }

  /** What MediaLive does when the input is deleted. */
  void removeManaged(Scope scope, String flowArn, String inputArn) {
    runs.rearrangeAnytime(
        scope,
        flowArn,
        row ->
            row.withOutputs(
                row.resource().outputs().stream()
                    .filter(output -> !inputArn.equals(output.mediaLiveInputArn()))
                    .toList()));
  }

  /** 420 when there are too many; those of MediaLive do not count. */
  static void requireFewEnough(List<Output> outputs) {
    long count = outputs.stream().filter(output -> output.mediaLiveInputArn() == null).count();
    if (count > MOST) {
      throw AddFlowOutputs420Exception.builder()
          .message("A flow can have at most " + MOST + " outputs")
          .build();
    }
  }

  private static boolean isManaged(FlowRow row, String inputArn) {
    return row.resource().outputs().stream()
        .anyMatch(output -> inputArn.equals(output.mediaLiveInputArn()));
  }

  private static List<Output> plus(FlowRow row, List<Output> added) {
    List<Output> all = new ArrayList<>(row.resource().outputs());
    all.addAll(added);
    requireFewEnough(all);
    return all;
  }

  private static FlowRow without(FlowRow row, Output leaving) {
    List<Output> rest =
        row.resource().outputs().stream().filter(output -> !output.equals(leaving)).toList();
    return row.withOutputs(rest).tagged(leaving.outputArn(), Map.of());
  }

  private FlowRow checked(FlowRow before, FlowRow after) {
    FlowRules.check(after.resource());
    ports.requireFree(before.resource(), after.resource());
    return after;
  }

  private static Output own(FlowRow row, @Nullable String arn) {
    Output output = known(row, arn);
    if (output.mediaLiveInputArn() != null) {
      throw Refusals.badRequest(
          "Output %s belongs to MediaLive input %s"
              .formatted(output.name(), output.mediaLiveInputArn()));
    }
    return output;
  }

  private static Output known(FlowRow row, @Nullable String arn) {
    return row.output(String.valueOf(arn))
        .orElseThrow(() -> Refusals.notFound(String.valueOf(arn)));
  }
}
