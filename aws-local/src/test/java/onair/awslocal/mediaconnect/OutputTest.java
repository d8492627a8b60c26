package onair.awslocal.mediaconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import onair.awslocal.media.FlowOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediaconnect.model.AddFlowOutputs420Exception;
import software.amazon.awssdk.services.mediaconnect.model.AddOutputRequest;
import software.amazon.awssdk.services.mediaconnect.model.BadRequestException;
import software.amazon.awssdk.services.mediaconnect.model.EntitlementStatus;
import software.amazon.awssdk.services.mediaconnect.model.GrantEntitlementRequest;
import software.amazon.awssdk.services.mediaconnect.model.GrantFlowEntitlements420Exception;
import software.amazon.awssdk.services.mediaconnect.model.NotFoundException;
import software.amazon.awssdk.services.mediaconnect.model.Output;
import software.amazon.awssdk.services.mediaconnect.model.OutputStatus;
import software.amazon.awssdk.services.mediaconnect.model.Protocol;

/** Outputs and entitlements of flows through the AWS SDK over HTTP. */
class OutputTest {

  private static final String INPUT = "arn:aws:medialive:eu-west-1:111122223333:input:1234567";

  @TempDir Path folder;
  private MediaConnect aws;
  private String flow;

  @BeforeEach
  void start() throws Exception {
    aws = MediaConnect.in(folder);
    flow = aws.activeFlow("ev", 5000).flowArn();
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
  }

  @Test
  void outputsComeAndGoWhileTheFlowRuns() {
    Output added = add(MediaConnect.output("share", 6000)).getFirst();

    assertThat(added.listenerAddress()).isEqualTo("127.0.0.1");
    assertThat(added.outputStatus()).isEqualTo(OutputStatus.ENABLED);
    assertThat(added.outputArn()).contains(":output:1-").endsWith(":share");
    assertThat(aws.describe(flow).outputs()).containsExactly(added);
    assertThat(running()).containsExactly("output:share");

    aws.client.updateFlowOutput(
        o -> o.flowArn(flow).outputArn(added.outputArn()).outputStatus(OutputStatus.DISABLED));
    assertThat(running()).isEmpty();
    aws.client.removeFlowOutput(o -> o.flowArn(flow).outputArn(added.outputArn()));
    assertThat(aws.describe(flow).outputs()).isEmpty();
    assertThatThrownBy(
            () -> aws.client.removeFlowOutput(o -> o.flowArn(flow).outputArn(added.outputArn())))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void fiftyFirstOutputIsRefusedAndNothingOfTheCallIsKept() {
    add(
        IntStream.range(0, 49)
            .mapToObj(i -> MediaConnect.output("o" + i, 6000 + i))
            .toArray(AddOutputRequest[]::new));

    assertThatThrownBy(() -> add(MediaConnect.output("a", 7000), MediaConnect.output("b", 7001)))
        .isInstanceOf(AddFlowOutputs420Exception.class);
    assertThat(aws.describe(flow).outputs()).hasSize(49);
    add(MediaConnect.output("last", 7000));
    assertThatThrownBy(() -> add(MediaConnect.output("more", 7001)))
        .isInstanceOf(AddFlowOutputs420Exception.class);
  }

  @Test
  void outputThatTheMediaPlaneRefusesIsNotKept() {
    aws.media.refusal = "port 6000 is in use by another program or flow";

    assertThatThrownBy(() -> add(MediaConnect.output("share", 6000)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("6000");

    assertThat(aws.describe(flow).outputs()).isEmpty();
    assertThat(running()).isEmpty();
  }

  @Test
  void outputMustBeWhatCanBeCarried() {
    AddOutputRequest listener = MediaConnect.output("share", 6000);
    for (AddOutputRequest wrong :
        List.of(
            listener.toBuilder().cidrAllowList(List.of()).build(),
            listener.toBuilder().port(null).build(),
            listener.toBuilder().port(5000).build(),
            listener.toBuilder().protocol(Protocol.RTP).destination("127.0.0.1").build(),
            listener.toBuilder().protocol(Protocol.SRT_CALLER).build())) {
      assertThatThrownBy(() -> add(wrong)).isInstanceOf(BadRequestException.class);
    }
    add(listener);
    assertThatThrownBy(() -> add(MediaConnect.output("share", 6001)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("names");
  }

  @Test
  void outputOfMediaLiveIsThereAsLongAsMediaLiveWantsItAndCountsForNobody() {
    aws.backend.addManagedOutput(MediaConnect.HOME, flow, INPUT);
    aws.backend.addManagedOutput(MediaConnect.HOME, flow, INPUT);

    Output managed = aws.describe(flow).outputs().getFirst();
    assertThat(aws.describe(flow).outputs()).hasSize(1);
    assertThat(managed.mediaLiveInputArn()).isEqualTo(INPUT);
    assertThat(aws.media.job(flow).outputs())
        .singleElement()
        .isInstanceOf(FlowOutput.ToEncoders.class);
    assertThatThrownBy(
            () -> aws.client.removeFlowOutput(o -> o.flowArn(flow).outputArn(managed.outputArn())))
        .isInstanceOf(BadRequestException.class);

    aws.backend.removeManagedOutput(MediaConnect.HOME, flow, INPUT);
    assertThat(aws.media.job(flow).outputs()).isEmpty();
    assertThatThrownBy(() -> aws.backend.addManagedOutput(MediaConnect.HOME, flow + "x", INPUT))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void entitlementsAreGrantedChangedAndRevokedUpToFifty() {
    List<GrantEntitlementRequest> fifty = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      fifty.add(
          GrantEntitlementRequest.builder().name("e" + i).subscribers("444455556666").build());
    }
    String arn =
        aws.client
            .grantFlowEntitlements(e -> e.flowArn(flow).entitlements(fifty))
            .entitlements()
            .getFirst()
            .entitlementArn();

    assertThatThrownBy(
            () ->
                aws.client.grantFlowEntitlements(
                    e -> e.flowArn(flow).entitlements(x -> x.subscribers("444455556666"))))
        .isInstanceOf(GrantFlowEntitlements420Exception.class);
    var disabled =
        aws.client
            .updateFlowEntitlement(
                e ->
                    e.flowArn(flow)
                        .entitlementArn(arn)
                        .entitlementStatus(EntitlementStatus.DISABLED))
            .entitlement();
    assertThat(disabled.entitlementStatus()).isEqualTo(EntitlementStatus.DISABLED);
    assertThat(disabled.subscribers()).containsExactly("444455556666");
    aws.client.revokeFlowEntitlement(e -> e.flowArn(flow).entitlementArn(arn));
    assertThat(aws.describe(flow).entitlements()).hasSize(49);
  }

  private List<Output> add(AddOutputRequest... outputs) {
    return aws.client.addFlowOutputs(a -> a.flowArn(flow).outputs(outputs)).outputs();
  }

  private List<String> running() {
    return aws.media.job(flow).outputs().stream().map(FlowOutput::id).toList();
  }
}
