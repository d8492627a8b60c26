package onair.awslocal.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.UnsupportedOperationException;

class QueueTest {

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
  void aQueueHasAUrlAnArnAndAwssDefaults() {
    String url = sqs.queue("events");
    assertThat(url).isEqualTo("http://127.0.0.1:4566/" + LocalApi.ACCOUNT + "/events");
    assertThat(sqs.client.getQueueUrl(r -> r.queueName("events")).queueUrl()).isEqualTo(url);
    Map<String, String> attributes =
        sqs.client
            .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
            .attributesAsStrings();
    assertThat(attributes)
        .containsEntry("QueueArn", "arn:aws:sqs:eu-west-1:111122223333:events")
        .containsEntry("VisibilityTimeout", "30")
        .containsEntry("MessageRetentionPeriod", "345600")
        .containsEntry("ReceiveMessageWaitTimeSeconds", "0")
        .containsEntry("DelaySeconds", "0")
        .containsEntry("ApproximateNumberOfMessages", "0");
    assertThat(sqs.attribute(url, QueueAttributeName.VISIBILITY_TIMEOUT)).isEqualTo("30");
  }

  @Test
  void creatingAgainIsTheSameQueueUnlessAnAttributeDiffers() {
    Map<QueueAttributeName, String> attributes = Map.of(QueueAttributeName.DELAY_SECONDS, "5");
    String url = sqs.queue("events", attributes);
    assertThat(sqs.queue("events", attributes)).isEqualTo(url);
    assertThat(sqs.queue("events")).isEqualTo(url);
    assertThatThrownBy(() -> sqs.queue("events", Map.of(QueueAttributeName.DELAY_SECONDS, "6")))
        .isInstanceOf(QueueNameExistsException.class)
        .hasMessageContaining("DelaySeconds");
  }

  @Test
  void aQueueThatIsNotThereHasTheCodeThatCallersLookFor() {
    assertThatThrownBy(() -> sqs.client.getQueueUrl(r -> r.queueName("none")))
        .isInstanceOfSatisfying(
            QueueDoesNotExistException.class,
            e ->
                assertThat(e.awsErrorDetails().errorCode())
                    .isEqualTo("AWS.SimpleQueueService.NonExistentQueue"));
    for (String url :
        List.of("http://127.0.0.1:4566/111122223333/none", "none", "", "http://x/999/q")) {
      assertThatThrownBy(() -> sqs.send(url, "x")).isInstanceOf(SqsException.class);
    }
  }

  @Test
  void attributesCanBeSetAndTakenAway() {
    String url = sqs.queue("events");
    sqs.client.setQueueAttributes(
        r ->
            r.queueUrl(url)
                .attributes(
                    Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "7",
                        QueueAttributeName.POLICY,
                        QueueTargetTest.policy("*"))));
    assertThat(sqs.attribute(url, QueueAttributeName.VISIBILITY_TIMEOUT)).isEqualTo("7");
    assertThat(sqs.attribute(url, QueueAttributeName.POLICY)).contains("2012-10-17");
    sqs.client.setQueueAttributes(
        r -> r.queueUrl(url).attributes(Map.of(QueueAttributeName.POLICY, "")));
    assertThat(sqs.attribute(url, QueueAttributeName.POLICY)).isNull();
    assertThat(sqs.attribute(url, QueueAttributeName.VISIBILITY_TIMEOUT)).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VisibilityTimeout|43201",
        "VisibilityTimeout|-1",
        "VisibilityTimeout|soon",
        "VisibilityTimeout|99999999999999999999",
        "MessageRetentionPeriod|59",
        "MaximumMessageSize|1023",
        "ReceiveMessageWaitTimeSeconds|21",
        "Policy|{",
        "Policy|[]",
        "RedrivePolicy|nonsense",
        "RedrivePolicy|{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:111122223333:d\",\"maxReceiveCount\":0}",
        "RedrivePolicy|{\"maxReceiveCount\":3}"
      })
  void refusesBadValues(String name, String value) {
    assertThatThrownBy(
            () ->
                sqs.client.createQueue(
                    r -> r.queueName("q").attributesWithStrings(Map.of(name, value))))
        .isInstanceOf(InvalidAttributeValueException.class)
        .hasMessageContaining(name);
    assertThat(sqs.client.listQueues().queueUrls()).isEmpty();
  }

  @Test
  void refusesAttributesThatAreSqssOwnAndDeadLetterQueuesThatAreNotThere() {
    String url = sqs.queue("q");
    assertThatThrownBy(
            () ->
                sqs.client.setQueueAttributes(
                    r -> r.queueUrl(url).attributes(Map.of(QueueAttributeName.QUEUE_ARN, "x"))))
        .isInstanceOf(InvalidAttributeNameException.class);
    assertThatThrownBy(
            () ->
                sqs.queue(
                    "r",
                    Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:111122223333:none\",\"maxReceiveCount\":\"3\"}")))
        .hasMessageContaining("Dead letter target does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../x", "a/b", "ü", "a.fifo.x"})
  void refusesBadNames(String name) {
    assertThatThrownBy(() -> sqs.queue(name))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("alphanumeric");
    assertThatThrownBy(() -> sqs.queue("a".repeat(81))).isInstanceOf(SqsException.class);
  }

  @Test
  void saysThatThereAreNoFifoQueues() {
    assertThatThrownBy(() -> sqs.queue("orders.fifo"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("standard queues only");
  }

  @Test
  void listsByPrefixInPages() {
    IntStream.range(0, 7).forEach(i -> sqs.queue("b-" + i));
    sqs.queue("a");
    assertThat(sqs.client.listQueues().queueUrls()).hasSize(8);
    ListQueuesResponse page = sqs.client.listQueues(r -> r.queueNamePrefix("b-").maxResults(5));
    assertThat(page.queueUrls()).hasSize(5);
    assertThat(
            sqs
                .client
                .listQueuesPaginator(r -> r.queueNamePrefix("b-").maxResults(3))
                .queueUrls()
                .stream())
        .hasSize(7)
        .doesNotHaveDuplicates();
    assertThatThrownBy(() -> sqs.client.listQueues(r -> r.maxResults(2).nextToken("forged")))
        .isInstanceOf(SqsException.class);
  }

  @Test
  void aDeletedQueueIsGoneWithItsMessagesAndItsNameIsFree() {
    String url = sqs.queue("q");
    sqs.send(url, "old");
    sqs.client.deleteQueue(r -> r.queueUrl(url));
    assertThatThrownBy(() -> sqs.receive(url)).isInstanceOf(QueueDoesNotExistException.class);
    assertThatThrownBy(() -> sqs.client.deleteQueue(r -> r.queueUrl(url)))
        .isInstanceOf(QueueDoesNotExistException.class);
    assertThat(sqs.queue("q")).isEqualTo(url);
    assertThat(sqs.bodies(url)).isEmpty();
  }

  @Test
  void tagsCanBeAddedAndTakenAway() {
    String url =
        sqs.client.createQueue(r -> r.queueName("q").tags(Map.of("a", "1", "b", "2"))).queueUrl();
    sqs.client.tagQueue(r -> r.queueUrl(url).tags(Map.of("b", "3", "c", "4")));
    sqs.client.untagQueue(r -> r.queueUrl(url).tagKeys("a"));
    assertThat(sqs.client.listQueueTags(r -> r.queueUrl(url)).tags())
        .isEqualTo(Map.of("b", "3", "c", "4"));
  }

  @Test
  void everythingIsThereAfterARestart() {
    String url = sqs.queue("q", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "60"));
    IntStream.range(0, 5).forEach(i -> sqs.send(url, "m" + i));
    String handle =
        sqs.client.receiveMessage(r -> r.queueUrl(url)).messages().getFirst().receiptHandle();
    sqs.close();
    sqs = new Sqs(folder);
    assertThat(sqs.attribute(url, QueueAttributeName.VISIBILITY_TIMEOUT)).isEqualTo("60");
    assertThat(sqs.attribute(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .isEqualTo("1");
    assertThat(sqs.bodies(url)).containsExactlyInAnyOrder("m1", "m2", "m3", "m4");
    sqs.client.deleteMessage(r -> r.queueUrl(url).receiptHandle(handle));
    sqs.pass(Duration.ofSeconds(61));
    assertThat(sqs.bodies(url)).doesNotContain("m0").hasSize(4);
  }

  @Test
  void paginatorsGiveQueuesAndTheSourcesOfDeadLettersOnce() {
    String dead = sqs.queue("dead");
    String policy =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":3}"
            .formatted(sqs.attribute(dead, QueueAttributeName.QUEUE_ARN));
    for (int i = 0; i < 5; i++) {
      sqs.queue("q" + i, Map.of(QueueAttributeName.REDRIVE_POLICY, policy));
    }
    assertThat(sqs.client.listQueuesPaginator(l -> l.maxResults(2)).queueUrls()).hasSize(6);
    assertThat(
            sqs.client
                .listDeadLetterSourceQueuesPaginator(l -> l.queueUrl(dead).maxResults(2))
                .queueUrls())
        .hasSize(5)
        .doesNotContain(dead);
  }
}
