package onair.awslocal.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

class MessageTest {

  @TempDir Path folder;
  private Sqs sqs;
  private String url;

  @BeforeEach
  void start() {
    sqs = new Sqs(folder);
    url = sqs.queue("q");
  }

  @AfterEach
  void stop() {
    sqs.close();
  }

  @Test
  void bringsBodyAndAttributesOverUnchangedWithTheSumsTheSdkChecks() {
    Map<String, MessageAttributeValue> attributes =
        Map.of(
            "text", MessageAttributeValue.builder().dataType("String").stringValue("ü <&>").build(),
            "number",
                MessageAttributeValue.builder().dataType("Number.int").stringValue("7").build(),
            "trace.id",
                MessageAttributeValue.builder()
                    .dataType("Binary")
                    .binaryValue(SdkBytes.fromByteArray(new byte[] {0, 1, -1}))
                    .build());
    sqs.client.sendMessage(
        m -> m.queueUrl(url).messageBody("{\"a\":\"ü💡\t\"}").messageAttributes(attributes));
    Message message =
        sqs.client
            .receiveMessage(r -> r.queueUrl(url).messageAttributeNames("All").visibilityTimeout(0))
            .messages()
            .getFirst();
    assertThat(message.body()).isEqualTo("{\"a\":\"ü💡\t\"}");
    assertThat(message.messageAttributes()).isEqualTo(attributes);
    Message some =
        sqs.client
            .receiveMessage(r -> r.queueUrl(url).messageAttributeNames("trace.*", "text"))
            .messages()
            .getFirst();
    assertThat(some.messageAttributes().keySet()).containsExactlyInAnyOrder("trace.id", "text");
  }

  @Test
  void hidesAReceivedMessageForTheVisibilityTimeout() {
    sqs.send(url, "a");
    assertThat(sqs.bodies(url)).containsExactly("a");
    sqs.pass(Duration.ofSeconds(29));
    assertThat(sqs.bodies(url)).isEmpty();
    assertThat(sqs.attribute(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .isEqualTo("1");
    sqs.pass(Duration.ofSeconds(1));
    Message again = sqs.receive(url).getFirst();
    assertThat(again.attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2")
        .containsEntry(
            MessageSystemAttributeName.SENT_TIMESTAMP,
            Long.toString(sqs.clock.instant().minusSeconds(30).toEpochMilli()));
  }

  @Test
  void deletesByTheLastReceiptHandleOnly() {
    sqs.send(url, "a");
    String first = sqs.receive(url).getFirst().receiptHandle();
    sqs.pass(Duration.ofSeconds(31));
    String second = sqs.receive(url).getFirst().receiptHandle();
    sqs.client.deleteMessage(r -> r.queueUrl(url).receiptHandle(first));
    sqs.pass(Duration.ofSeconds(31));
    String third = sqs.receive(url).getFirst().receiptHandle();
    sqs.client.deleteMessage(r -> r.queueUrl(url).receiptHandle(third));
    sqs.client.deleteMessage(r -> r.queueUrl(url).receiptHandle(second));
    sqs.pass(Duration.ofSeconds(31));
    assertThat(sqs.receive(url)).isEmpty();
    String other = sqs.queue("other");
    for (String bad : List.of("nonsense", "AAAA", "", "bm9uc2Vuc2U=")) {
      assertThatThrownBy(() -> sqs.client.deleteMessage(r -> r.queueUrl(url).receiptHandle(bad)))
          .isInstanceOf(ReceiptHandleIsInvalidException.class);
    }
    assertThatThrownBy(() -> sqs.client.deleteMessage(r -> r.queueUrl(other).receiptHandle(third)))
        .isInstanceOf(ReceiptHandleIsInvalidException.class);
  }

  @Test
  void changesTheVisibilityOfAMessageInFlight() {
    sqs.send(url, "a");
    String handle = sqs.receive(url).getFirst().receiptHandle();
    sqs.client.changeMessageVisibility(
        r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(100));
    sqs.pass(Duration.ofSeconds(99));
    assertThat(sqs.bodies(url)).isEmpty();
    sqs.client.changeMessageVisibility(
        r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(0));
    assertThatThrownBy(
            () ->
                sqs.client.changeMessageVisibility(
                    r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(5)))
        .isInstanceOf(MessageNotInflightException.class);
    assertThat(sqs.bodies(url)).containsExactly("a");
    assertThatThrownBy(
            () ->
                sqs.client.changeMessageVisibility(
                    r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(43_201)))
        .isInstanceOf(SqsException.class);
  }

  @Test
  void delaysMessagesByTheirOwnDelayOrTheQueues() {
    String slow = sqs.queue("slow", Map.of(QueueAttributeName.DELAY_SECONDS, "10"));
    sqs.send(slow, "queue's");
    sqs.client.sendMessage(m -> m.queueUrl(slow).messageBody("own").delaySeconds(5));
    assertThat(sqs.bodies(slow)).isEmpty();
    assertThat(sqs.attribute(slow, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .isEqualTo("2");
    sqs.pass(Duration.ofSeconds(5));
    assertThat(sqs.bodies(slow)).containsExactly("own");
    sqs.pass(Duration.ofSeconds(5));
    assertThat(sqs.bodies(slow)).containsExactly("queue's");
  }

  @Test
  void aWaitingReceiverGetsAMessageAtOnce() {
    CompletableFuture<ReceiveMessageResponse> waiting =
        CompletableFuture.supplyAsync(
            () -> sqs.client.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20)));
    sqs.send(url, "a");
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(15));
    assertThat(waiting.join().messages()).extracting(Message::body).containsExactly("a");
  }

  @Test
  void aWaitingReceiverGetsAMessageThatBecomesVisible() {
    sqs.send(url, "a");
    String handle = sqs.receive(url).getFirst().receiptHandle();
    CompletableFuture<ReceiveMessageResponse> waiting =
        CompletableFuture.supplyAsync(
            () -> sqs.client.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20)));
    sqs.client.changeMessageVisibility(
        r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(0));
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(15));
    assertThat(waiting.join().messages()).hasSize(1);
  }

  @Test
  void aReceiverWaitsAsLongAsItSaidAndGetsNothing() {
    long start = System.nanoTime();
    assertThat(sqs.client.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(1)).hasMessages())
        .isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(990));
  }

  @Test
  void deletingAQueueEndsItsWaitingReceivers() {
    CompletableFuture<ReceiveMessageResponse> waiting =
        CompletableFuture.supplyAsync(
            () -> sqs.client.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20)));
    await()
        .untilAsserted(
            () -> {
              sqs.client.deleteQueue(r -> r.queueUrl(sqs.queue("q")));
              assertThat(waiting).isDone();
            });
  }

  @Test
  void givesAMessageToOneOfManyReceivers() {
    IntStream.range(0, 60).forEach(i -> sqs.send(url, "m" + i));
    List<CompletableFuture<List<String>>> receivers =
        IntStream.range(0, 12)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> sqs.bodies(url)))
            .toList();
    List<String> received =
        receivers.stream().flatMap(receiver -> receiver.join().stream()).toList();
    assertThat(received).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void movesAMessageThatIsReceivedTooOftenToTheDeadLetterQueue() {
    String dead = sqs.queue("dead");
    String arn = sqs.attribute(dead, QueueAttributeName.QUEUE_ARN);
    String source =
        sqs.queue(
            "source",
            Map.of(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}".formatted(arn)));
    sqs.send(source, "poison");
    for (int i = 0; i < 2; i++) {
      assertThat(sqs.bodies(source)).containsExactly("poison");
      sqs.pass(Duration.ofSeconds(31));
    }
    assertThat(sqs.bodies(source)).isEmpty();
    Message given = sqs.receive(dead).getFirst();
    assertThat(given.attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "3")
        .containsEntry(
            MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN,
            sqs.attribute(source, QueueAttributeName.QUEUE_ARN));
    sqs.close();
    sqs = new Sqs(folder);
    assertThat(sqs.attribute(source, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
        .isEqualTo("0");
  }

  @Test
  void forgetsMessagesAfterTheRetentionPeriod() {
    String brief = sqs.queue("brief", Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "60"));
    sqs.send(brief, "a");
    sqs.pass(Duration.ofSeconds(121));
    assertThat(sqs.bodies(brief)).isEmpty();
  }

  @Test
  void purgesAll() {
    IntStream.range(0, 3).forEach(i -> sqs.send(url, "m" + i));
    sqs.client.purgeQueue(r -> r.queueUrl(url));
    assertThat(sqs.bodies(url)).isEmpty();
  }

  @Test
  void anEntryOfABatchFailsAlone() {
    SendMessageBatchResponse sent =
        sqs.client.sendMessageBatch(
            r ->
                r.queueUrl(url)
                    .entries(
                        entry("good", "a"),
                        entry("bad", "x\u0001"),
                        SendMessageBatchRequestEntry.builder()
                            .id("late")
                            .messageBody("b")
                            .delaySeconds(901)
                            .build()));
    assertThat(sent.successful()).hasSize(1);
    assertThat(sent.failed())
        .extracting(BatchResultErrorEntry::id, BatchResultErrorEntry::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("bad", "InvalidMessageContents"),
            org.assertj.core.groups.Tuple.tuple("late", "InvalidParameterValue"));
    Message message = sqs.receive(url).getFirst();
    assertThat(
            sqs.client
                .deleteMessageBatch(
                    r ->
                        r.queueUrl(url)
                            .entries(
                                e -> e.id("1").receiptHandle(message.receiptHandle()),
                                e -> e.id("2").receiptHandle("nonsense")))
                .failed())
        .extracting(BatchResultErrorEntry::code)
        .containsExactly("ReceiptHandleIsInvalid");
  }

  @Test
  void refusesBatchesThatAreEmptyTooLongOrAmbiguous() {
    assertThatThrownBy(() -> batch()).isInstanceOf(EmptyBatchRequestException.class);
    assertThatThrownBy(() -> batch(entry("a", "1"), entry("a", "2")))
        .isInstanceOf(BatchEntryIdsNotDistinctException.class);
    assertThatThrownBy(
            () ->
                batch(
                    IntStream.range(0, 11)
                        .mapToObj(i -> entry("e" + i, "x"))
                        .toArray(SendMessageBatchRequestEntry[]::new)))
        .isInstanceOf(TooManyEntriesInBatchRequestException.class);
    assertThatThrownBy(() -> batch(entry("a b", "1"))).isInstanceOf(SqsException.class);
  }

  @Test
  void refusesMessagesThatAreEmptyTooLargeOrNoText() {
    assertThatThrownBy(() -> sqs.send(url, "")).isInstanceOf(SqsException.class);
    assertThatThrownBy(() -> sqs.send(url, "x".repeat(1_048_577)))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("1048576");
    assertThatThrownBy(() -> sqs.send(url, "a\u0000"))
        .isInstanceOf(InvalidMessageContentsException.class);
    assertThatThrownBy(
            () ->
                sqs.client.sendMessage(
                    m ->
                        m.queueUrl(url)
                            .messageBody("a")
                            .messageAttributes(
                                Map.of(
                                    "n",
                                    MessageAttributeValue.builder().dataType("Tuple").build()))))
        .isInstanceOf(SqsException.class);
    sqs.send(url, "x".repeat(1_048_576));
    assertThat(sqs.receive(url)).hasSize(1);
  }

  @Test
  void refusesToReceiveMoreThanTenOrToWaitLongerThanTwentySeconds() {
    assertThatThrownBy(
            () -> sqs.client.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(11)))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("MaxNumberOfMessages");
    assertThatThrownBy(() -> sqs.client.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(21)))
        .hasMessageContaining("WaitTimeSeconds");
  }

  private void batch(SendMessageBatchRequestEntry... entries) {
    sqs.client.sendMessageBatch(r -> r.queueUrl(url).entries(entries));
  }

  private static SendMessageBatchRequestEntry entry(String id, String body) {
    return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
  }
}
