package onair.awslocal.mediaconnect;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.model.Entitlement;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.Output;
import software.amazon.awssdk.services.mediaconnect.model.Source;
import software.amazon.awssdk.services.mediaconnect.model.Status;

/**
 * A flow as it is kept.
 *
 * @param resource what AWS answers, without who is connected
 * @param tags of the flow and its parts, by ARN
 * @param errors why the flow is in state ERROR; empty in others
 */
record FlowRow(
    Scope scope,
    Instant createdAt,
    Flow resource,
    Map<String, Map<String, String>> tags,
    @Nullable Pending pending,
    List<String> errors) {

  FlowRow {
    tags = Map.copyOf(tags);
    errors = List.copyOf(errors);
  }

  String arn() {
    return resource.flowArn();
  }

  Status status() {
    return resource.status();
  }

  FlowRow in(Status status, @Nullable Pending next) {
    return new FlowRow(
        scope, createdAt, resource.toBuilder().status(status).build(), tags, next, List.of());
  }

  FlowRow failed(String why) {
    Flow changed = resource.toBuilder().status(Status.ERROR).build();
    return new FlowRow(scope, createdAt, changed, tags, null, List.of(why));
  }

  FlowRow with(Flow changed) {
    return new FlowRow(scope, createdAt, changed, tags, pending, errors);
  }

  FlowRow withSources(List<Source> sources) {
    return with(resource.toBuilder().source(sources.getFirst()).sources(sources).build());
  }

  FlowRow withOutputs(List<Output> outputs) {
    return with(resource.toBuilder().outputs(outputs).build());
  }

  FlowRow withEntitlements(List<Entitlement> entitlements) {
    return with(resource.toBuilder().entitlements(entitlements).build());
  }

  /** A part without tags is not kept; one that is gone loses its own. */
  FlowRow tagged(String arn, Map<String, String> others) {
    Map<String, Map<String, String>> all = new HashMap<>(tags);
    if (others.isEmpty()) {
      all.remove(arn);
    } else {
      all.put(arn, Map.copyOf(others));
    }
    return new FlowRow(scope, createdAt, resource, all, pending, errors);
  }

  Optional<Source> source(String arn) {
    return resource.sources().stream().filter(part -> part.sourceArn().equals(arn)).findFirst();
  }

  Optional<Output> output(String arn) {
    return resource.outputs().stream().filter(part -> part.outputArn().equals(arn)).findFirst();
  }

  Optional<Entitlement> entitlement(String arn) {
    return resource.entitlements().stream()
        .filter(part -> part.entitlementArn().equals(arn))
        .findFirst();
  }

  /** Whether an ARN is the flow's own or one of its parts'. */
  boolean has(String arn) {
    Stream<String> sources = resource.sources().stream().map(Source::sourceArn);
    Stream<String> outputs = resource.outputs().stream().map(Output::outputArn);
    Stream<String> entitlements = resource.entitlements().stream().map(Entitlement::entitlementArn);
    return Stream.of(Stream.of(arn()), sources, outputs, entitlements)
        .flatMap(all -> all)
        .anyMatch(arn::equals);
  }

  /** Oldest first, and never the same for two rows. */
  String position() {
    return Page.oldestFirst(createdAt, arn());
  }
}
