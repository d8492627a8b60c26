package onair.awslocal.mediaconnect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.model.AddFlowSourcesRequest;
import software.amazon.awssdk.services.mediaconnect.model.SetSourceRequest;
import software.amazon.awssdk.services.mediaconnect.model.Source;
import software.amazon.awssdk.services.mediaconnect.model.UpdateFlowSourceRequest;

/** What can be asked of a flow's sources, of which there are one or two. */
final class Sources {

  private final FlowRuns runs;
  private final FlowShapes shapes;
  private final Ports ports;

  Sources(FlowRuns runs, FlowShapes shapes, Ports ports) {
    this.runs = runs;
    this.shapes = shapes;
    this.ports = ports;
  }

  List<Source> add(AddFlowSourcesRequest request) {
    var scope = Scope.current();
    List<Source> added = new ArrayList<>();
    for (SetSourceRequest source : request.sources()) {
      added.add(shapes.source(scope, source));
    }
    runs.alter(
        scope,
        request.flowArn(),
        row -> {
          List<Source> all = new ArrayList<>(row.resource().sources());
          all.addAll(added);
          FlowRow changed = row.withSources(all);
          for (int i = 0; i < added.size(); i++) {
            Map<String, String> tags = request.sources().get(i).sourceTags();
            changed = changed.tagged(added.get(i).sourceArn(), tags);
          }
          return checked(row, changed);
        });
    return added;
  }

  Source update(UpdateFlowSourceRequest request) {
    FlowRow changed =
        runs.alter(
            Scope.current(),
            request.flowArn(),
            row -> {
              Source before = known(row, request.sourceArn());
              Source after = shapes.source(before, request);
              List<Source> all =
                  row.resource().sources().stream()
                      .map(source -> source.equals(before) ? after : source)
                      .toList();
              return checked(row, row.withSources(all));
            });
    return known(changed, request.sourceArn());
  }

  void remove(@Nullable String flowArn, @Nullable String sourceArn) {
    runs.alter(
        Scope.current(),
        flowArn,
        row -> {
          Source leaving = known(row, sourceArn);
          List<Source> rest =
              row.resource().sources().stream().filter(s -> !s.equals(leaving)).toList();
          if (rest.isEmpty()) {
            throw Refusals.badRequest("The only source of a flow cannot be removed");
          }
          return row.withSources(rest).tagged(leaving.sourceArn(), Map.of());
        });
  }

  private FlowRow checked(FlowRow before, FlowRow after) {
    FlowRules.check(after.resource());
    ports.requireFree(before.resource(), after.resource());
    return after;
  }

  private static Source known(FlowRow row, @Nullable String arn) {
    return row.source(String.valueOf(arn))
        .orElseThrow(() -> Refusals.notFound(String.valueOf(arn)));
  }
}
