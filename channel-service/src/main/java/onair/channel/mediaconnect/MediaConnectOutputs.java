package onair.channel.mediaconnect;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onair.channel.parts.FlowOutputSpec;
import onair.channel.parts.ObservedFlowOutput;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.MediaConnectException;
import software.amazon.awssdk.services.mediaconnect.model.Output;

/**
 * Outputs of one flow. Their names are unique within it, and they go with it. Physical id: {@code
 * flowArn outputArn}, for an output is only ever seen as part of its flow.
 *
 * @param flowArn the flow an output is looked for in; empty when there is none
 */
record MediaConnectOutputs(MediaConnectClient client, FlowShapes shapes, Optional<String> flowArn)
    implements ExternalResource<FlowOutputSpec, ObservedFlowOutput> {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

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
    String flow = flowOf(physicalId);
    String output = outputOf(physicalId);
    return flow(flow)
        .flatMap(
            there ->
                there.outputs().stream()
                    .filter(candidate -> output.equals(candidate.outputArn()))
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
        spec.flowArn() + " " + output.outputArn(),
        new ObservedFlowOutput(address(output), null),
        null);
  }

  /** Refused while its flow is being changed by somebody else; that passes. */
  @Override
  public Deletion delete(Found<ObservedFlowOutput> found) {
    String flow = flowOf(found.physicalId());
    String output = outputOf(found.physicalId());
    try {
      client.removeFlowOutput(request -> request.flowArn(flow).outputArn(output));
    } catch (MediaConnectException failure) {
      if (AwsFailures.classify(failure) != AwsFailure.INVALID) {
        throw failure;
      }
      return new Deletion.NotYet(
          Objects.requireNonNullElse(failure.getMessage(), "the flow is busy"), LOOK_AGAIN);
    }
    return new Deletion.Requested();
  }

  @Override
  public String summary(ObservedFlowOutput observed) {
    return observed.peer() == null ? "present" : "connected";
  }

  private static Found<ObservedFlowOutput> found(Flow flow, Output output) {
    return new Found<>(
        flow.flowArn() + " " + output.outputArn(),
        new ObservedFlowOutput(address(output), output.peerIpAddress()),
        null);
  }

  private static @Nullable String address(Output output) {
    return output.listenerAddress() == null || output.port() == null
        ? null
        : output.listenerAddress() + ":" + output.port();
  }

  private static String flowOf(String physicalId) {
    return physicalId.substring(0, physicalId.indexOf(' '));
  }

  private static String outputOf(String physicalId) {
    return physicalId.substring(physicalId.indexOf(' ') + 1);
  }
}
