package onair.channel.mediaconnect;

import java.util.List;
import java.util.Optional;
import onair.channel.parts.FlowOutputSpec;
import onair.channel.parts.ObservedFlowOutput;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.Output;

/**
 * Outputs of one flow. Their names are unique within it, and they go with it. Physical id: see
 * {@link PartOfFlow}.
 *
 * @param flowArn the flow an output is looked for in; empty when there is none
 */
record MediaConnectOutputs(MediaConnectClient client, FlowShapes shapes, Optional<String> flowArn)
    implements ExternalResource<FlowOutputSpec, ObservedFlowOutput> {

  @Override
  public String kind() {
    return "mediaconnect-output";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedFlowOutput>> observe(String physicalId) {
    PartOfFlow output = PartOfFlow.parse(physicalId);
    return flow(output.flowArn())
        .flatMap(
            there ->
                there.outputs().stream()
                    .filter(candidate -> output.partArn().equals(candidate.outputArn()))
                    .findFirst()
                    .map(found -> found(there, found)));
  }

  @Override
  public List<Found<ObservedFlowOutput>> find(Identity identity) {
    String name = FlowShapes.name(identity);
    return flowArn
        .flatMap(this::flow)
        .map(
            there ->
                there.outputs().stream()
                    .filter(output -> name.equals(output.name()))
                    .map(output -> found(there, output))
                    .toList())
        .orElse(List.of());
  }

  private Optional<Flow> flow(String arn) {
    return Lookup.byArn(() -> client.describeFlow(request -> request.flowArn(arn)).flow());
  }

  @Override
  public Found<ObservedFlowOutput> create(Identity identity, FlowOutputSpec spec) {
    var added = client.addFlowOutputs(shapes.addOutput(identity, spec));
    String name = FlowShapes.name(identity);
    Output output =
        added.outputs().stream()
            .filter(candidate -> name.equals(candidate.name()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("AWS answered without the output"));
    return new Found<>(
        new PartOfFlow(spec.flowArn(), output.outputArn()).physicalId(),
        new ObservedFlowOutput(address(output), null),
        null);
  }

  @Override
  public Deletion delete(Found<ObservedFlowOutput> found) {
    PartOfFlow output = PartOfFlow.parse(found.physicalId());
    return PartOfFlow.delete(
        () ->
            client.removeFlowOutput(
                request -> request.flowArn(output.flowArn()).outputArn(output.partArn())));
  }

  @Override
  public String summary(ObservedFlowOutput observed) {
    return observed.peer() == null ? "present" : "connected";
  }

  private static Found<ObservedFlowOutput> found(Flow flow, Output output) {
    return new Found<>(
        new PartOfFlow(flow.flowArn(), output.outputArn()).physicalId(),
        new ObservedFlowOutput(address(output), output.peerIpAddress()),
        null);
  }

  private static @Nullable String address(Output output) {
    return output.listenerAddress() == null || output.port() == null
        ? null
        : output.listenerAddress() + ":" + output.port();
  }
}
