package onair.awslocal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import onair.awslocal.client.AwsLocalControl;
import onair.awslocal.client.ClockControl;
import onair.awslocal.client.ControlException;
import onair.awslocal.client.Fault;
import onair.awslocal.client.FaultControl;
import onair.awslocal.client.QuotaControl.Quota;
import onair.awslocal.client.SnapshotControl.Snapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.InputDestinationRequest;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.InputWhitelistRuleCidr;
import software.amazon.awssdk.services.medialive.model.TooManyRequestsException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The Java side of the control door, against the door itself. */
@WithAwsLocal
class AwsLocalControlTest {

  private static final InputWhitelistRuleCidr ANYBODY =
      InputWhitelistRuleCidr.builder().cidr("0.0.0.0/0").build();

  private static final InputDestinationRequest CAMERA =
      InputDestinationRequest.builder().streamName("live/camera").build();

  private final AwsLocalControl control;

  AwsLocalControlTest(AwsLocalControl control) {
    this.control = control;
  }

  @BeforeEach
  void beginAnew() {
    control.faults().endAll();
    control.reset();
  }

  @Test
  void movesTheClock() {
    Instant frozen = control.clock().freeze().now();

    ClockControl.Setting moved = control.clock().advance(Duration.ofHours(25));

    assertThat(moved.now()).isEqualTo(frozen.plus(Duration.ofHours(25)));
    assertThat(moved.frozen()).isTrue();
    assertThat(control.clock().now()).isEqualTo(moved.now());
    assertThat(control.clock().resume().frozen()).isFalse();
    assertThat(control.clock().reset().offset()).isZero();
    assertThatThrownBy(() -> control.clock().advance(Duration.ofSeconds(-1)))
        .isInstanceOfSatisfying(
            ControlException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.code()).isEqualTo("InvalidRequest");
            });
  }

  @Test
  void letsCallsFailAndTellsHowOften(MediaLiveClient mediaLive) {
    FaultControl.Standing fault =
        control.faults().put(Fault.throttle("medialive", "ListChannels").atMost(4));

    assertThatThrownBy(() -> mediaLive.listChannels(r -> {}))
        .isInstanceOf(TooManyRequestsException.class);

    assertThat(control.faults().get(fault.id()).fired()).isEqualTo(4);
    assertThat(control.faults().list()).extracting("id").containsExactly(fault.id());
    assertThat(mediaLive.listChannels(r -> {}).channels()).isEmpty();
    control.faults().end(fault.id());
    assertThat(control.faults().list()).isEmpty();
  }

  @Test
  void saysThatThereIsNoMediaToBreak() {
    assertThatThrownBy(() -> control.media().killEncoder("1234567", 1, Duration.ZERO))
        .isInstanceOfSatisfying(
            ControlException.class, missing -> assertThat(missing.status()).isEqualTo(404));
    assertThatThrownBy(() -> control.media().disconnect("1234567", Duration.ofSeconds(1)))
        .isInstanceOfSatisfying(
            ControlException.class, missing -> assertThat(missing.status()).isEqualTo(404));
  }

  @Test
  void saysWhatIsWrongWithAFault() {
    assertThatThrownBy(() -> control.faults().put(Fault.before("medialive", "CreateChanel")))
        .isInstanceOf(ControlException.class)
        .hasMessageContaining("CreateChanel");
    assertThatThrownBy(() -> control.faults().get("fault-0"))
        .isInstanceOfSatisfying(
            ControlException.class, missing -> assertThat(missing.status()).isEqualTo(404));
  }

  @Test
  void takesEveryKindOfFault() {
    Duration second = Duration.ofSeconds(1);
    FaultControl faults = control.faults();

    faults.put(Fault.before("sqs", "CreateQueue").onCall(1));
    faults.put(Fault.lostAnswer("medialive", "CreateChannel").onEvery(3).atMost(2));
    faults.put(Fault.lateEffect("medialive", "CreateChannel", second));
    faults.put(Fault.error("medialive", "*", 500));
    faults.put(Fault.error("medialive", "*", 503, "ServiceUnavailable"));
    faults.put(Fault.reset("sqs", "*").withProbability(0.1, 7));
    faults.put(Fault.slow("sqs", "*", second));
    faults.put(Fault.staleList("medialive", "ListChannels", second));
    faults.put(Fault.droppedEvents("aws.medialive"));
    faults.put(Fault.doubledEvents("aws.medialive").ofType("MediaLive Channel State Change"));
    faults.put(Fault.reorderedEvents("aws.medialive", second));
    faults.put(Fault.delayedEvents("aws.medialive", second));

    assertThat(faults.list()).hasSize(12);
    assertThat(faults.list().get(5).fault())
        .isEqualTo(Fault.reset("sqs", "*").withProbability(0.1, 7));
  }

  @Test
  void keepsAndRestoresEverythingByName(SqsClient sqs) {
    sqs.createQueue(r -> r.queueName("kept"));
    Snapshot snapshot = control.snapshots().take("one-queue");
    control.reset();
    assertThat(sqs.listQueues().queueUrls()).isEmpty();

    control.snapshots().restore("one-queue");

    assertThat(sqs.listQueues().queueUrls()).singleElement().asString().endsWith("/kept");
    assertThat(control.snapshots().list()).containsExactly(snapshot);
    control.snapshots().delete("one-queue");
    assertThat(control.snapshots().list()).isEmpty();
  }

  @Test
  void setsQuotas() {
    Quota quota = control.quotas().list("medialive").getFirst();

    control.quotas().set("medialive", quota.code(), 1);

    assertThat(control.quotas().list("medialive").getFirst().value()).isEqualTo(1);
    assertThat(quota.isSet()).isFalse();
  }

  @Test
  void knowsWhatIsThereAndWhatIsGone(MediaLiveClient mediaLive) {
    String group =
        mediaLive.createInputSecurityGroup(r -> r.whitelistRules(ANYBODY)).securityGroup().id();
    String input =
        mediaLive
            .createInput(
                r ->
                    r.name("camera")
                        .type(InputType.RTMP_PUSH)
                        .inputSecurityGroups(group)
                        .destinations(CAMERA))
            .input()
            .id();
    assertThat(control.ledger().alive()).extracting("arn").asString().contains(":input:" + input);
    control.clock().advance(Duration.ofHours(2));

    mediaLive.deleteInput(r -> r.inputId(input));
    control.clock().advance(Duration.ofMinutes(1));

    assertThat(control.ledger().alive()).noneMatch(entry -> entry.kind().equals("input"));
    assertThat(control.ledger().of("medialive"))
        .filteredOn(entry -> entry.kind().equals("input"))
        .singleElement()
        .satisfies(
            gone -> {
              assertThat(gone.alive()).isFalse();
              assertThat(Duration.between(gone.created(), gone.ended()))
                  .isGreaterThanOrEqualTo(Duration.ofHours(2));
            });
    assertThat(control.ledger().billed()).isNotEmpty();
  }

  @Test
  void saysWhenNobodyAnswers() {
    assertThatThrownBy(() -> AwsLocalControl.at(URI.create("http://127.0.0.1:1")).clock().now())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("aws-local at http://127.0.0.1:1 does not answer");
  }

  @Test
  void losesAnswersOfCallsThatTookEffect(SqsClient sqs) {
    control.faults().put(Fault.lostAnswer("sqs", "CreateQueue"));

    assertThatThrownBy(() -> sqs.createQueue(r -> r.queueName("unheard")))
        .isInstanceOf(SdkClientException.class);

    assertThat(sqs.listQueues().queueUrls()).singleElement().asString().endsWith("/unheard");
  }
}
