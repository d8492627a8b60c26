package onair.awslocal.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import onair.awslocal.events.DeliveryRefused;
import onair.awslocal.events.EventDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueueTargetTest {

  private static final String RULE = "arn:aws:events:eu-west-1:111122223333:rule/onair/r";
  private static final EventDelivery DELIVERY =
      new EventDelivery(
          "arn:aws:sqs:eu-west-1:111122223333:q", RULE, "111122223333", "{\"detail\":{}}");

  @TempDir Path folder;
  private Sqs sqs;

  @BeforeEach
  void start() {
    sqs = new Sqs(folder);
  }

  @AfterEach
  void stop() {
    sqs.close();
  }

  @Test
  void keepsAnEventWhenTheQueuesPolicyLetsEventBridgeSend() {
    String url = sqs.queue("q", Map.of(QueueAttributeName.POLICY, policy(RULE)));
    sqs.target.deliver(DELIVERY);
    assertThat(sqs.bodies(url)).containsExactly("{\"detail\":{}}");
  }

  @Test
  void refusesAnEventWithoutAPolicyOrOfAnotherRule() {
    String url = sqs.queue("q");
    assertThatThrownBy(() -> sqs.target.deliver(DELIVERY))
        .isInstanceOf(DeliveryRefused.class)
        .hasMessageContaining("policy");
    sqs.client.setQueueAttributes(
        r ->
            r.queueUrl(url)
                .attributes(
                    Map.of(QueueAttributeName.POLICY, policy("arn:aws:events:*:*:rule/other"))));
    assertThatThrownBy(() -> sqs.target.deliver(DELIVERY)).isInstanceOf(DeliveryRefused.class);
    assertThat(sqs.bodies(url)).isEmpty();
  }

  @Test
  void refusesAnEventForAQueueThatIsNotThere() {
    assertThat(sqs.target.owns(DELIVERY.targetArn())).isTrue();
    assertThatThrownBy(() -> sqs.target.deliver(DELIVERY))
        .isInstanceOf(DeliveryRefused.class)
        .hasMessageContaining("no queue");
  }

  static String policy(String rule) {
    return """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"},
         "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:q",
         "Condition": {"ArnLike": {"aws:SourceArn": "%s"}}}]}
        """
        .formatted(rule);
  }
}
