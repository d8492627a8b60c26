package onair.common.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

class DifferencesTest {

  @Test
  void onlyWhatWasAskedForCountsWhateverAwsAddsToIt() {
    var wanted =
        CreateQueueRequest.builder()
            .queueName("cannot be compared")
            .attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "5"))
            .build();

    assertThat(Differences.between(wanted, attributes("5"))).isEmpty();
    assertThat(Differences.between(wanted, attributes("6")))
        .containsExactly(new Difference("attributes.DelaySeconds", "5", "6"));
    assertThat(Differences.between(wanted, GetQueueAttributesResponse.builder().build()))
        .containsExactly(new Difference("attributes.DelaySeconds", "5", "nothing"));
  }

  private static GetQueueAttributesResponse attributes(String delay) {
    return GetQueueAttributesResponse.builder()
        .attributes(
            Map.of(
                QueueAttributeName.DELAY_SECONDS,
                delay,
                QueueAttributeName.QUEUE_ARN,
                "arn:aws:sqs:eu-west-1:0:queue"))
        .build();
  }

  @Test
  void listsAreComparedEntryByEntryAndByTheirLength() {
    var wanted = ReceiveMessageRequest.builder().messageAttributeNames("a", "b").build();

    assertThat(
            Differences.between(
                wanted, ReceiveMessageRequest.builder().messageAttributeNames("a", "c").build()))
        .containsExactly(new Difference("messageAttributeNames[1]", "b", "c"));
    assertThat(
            Differences.between(
                wanted, ReceiveMessageRequest.builder().messageAttributeNames("a").build()))
        .containsExactly(new Difference("messageAttributeNames", "2 entries", "1 entry"));
    assertThat(Differences.between(ReceiveMessageRequest.builder().build(), wanted)).isEmpty();
  }
}
