package onair.awslocal.sqs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.sqs.Messages.Draft;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Calls that are about messages. */
final class MessageCalls {

  private static final int MAX_BATCH_BYTES = 1_048_576;
  private static final int MAX_VISIBILITY = 43_200;

  private final Queues queues;
  private final Lifecycle lifecycle;

  MessageCalls(Queues queues, Lifecycle lifecycle) {
    this.queues = queues;
    this.lifecycle = lifecycle;
  }

  SendMessageResponse send(QueueRow queue, SendMessageRequest request) {
    if (request.messageGroupId() != null || request.messageDeduplicationId() != null) {
      throw SqsErrors.standardOnly("a message group or deduplication id");
    }
    MessageRow row =
        send(
            queue,
            new Draft(
                request.messageBody(),
                request.messageAttributes(),
                request.messageSystemAttributes(),
                request.delaySeconds()));
    return SendMessageResponse.builder()
        .messageId(row.id())
        .md5OfMessageBody(MessageDigests.ofBody(row.body()))
        .md5OfMessageAttributes(digestOfAttributes(row))
        .build();
  }

  private MessageRow send(QueueRow queue, Draft draft) {
    String sender = CallContext.current().accountId();
    MessageRow row = Messages.row(draft, queue, sender, lifecycle.now());
    queues.contents(queue).send(row);
    return row;
  }

  private static @Nullable String digestOfAttributes(MessageRow row) {
    return row.attributes().isEmpty() ? null : MessageDigests.ofAttributes(row.attributes());
  }

  Batch<SendMessageBatchResultEntry> sendAll(
      QueueRow queue, List<SendMessageBatchRequestEntry> entries) {
    if (entries.stream().mapToLong(entry -> Messages.size(draft(entry))).sum() > MAX_BATCH_BYTES) {
      throw BatchRequestTooLongException.builder()
          .message("Batch requests cannot be longer than " + MAX_BATCH_BYTES + " bytes.")
          .build();
    }
    return Batch.of(
        entries,
        SendMessageBatchRequestEntry::id,
        entry -> {
          MessageRow row = send(queue, draft(entry));
          return SendMessageBatchResultEntry.builder()
              .id(entry.id())
              .messageId(row.id())
              .md5OfMessageBody(MessageDigests.ofBody(row.body()))
              .md5OfMessageAttributes(digestOfAttributes(row))
              .build();
        });
  }

  private static Draft draft(SendMessageBatchRequestEntry entry) {
    return new Draft(
        entry.messageBody(),
        entry.messageAttributes(),
        entry.messageSystemAttributes(),
        entry.delaySeconds());
  }

  List<Message> receive(QueueRow queue, ReceiveMessageRequest request) {
    Settings settings = Settings.of(queue);
    int max = within("MaxNumberOfMessages", request.maxNumberOfMessages(), 1, 10, 1);
    long wait =
        within(
            "WaitTimeSeconds", request.waitTimeSeconds(), 0, 20, settings.waitTime().toSeconds());
    long hidden =
        within(
            "VisibilityTimeout",
            request.visibilityTimeout(),
            0,
            MAX_VISIBILITY,
            settings.visibilityTimeout().toSeconds());
    List<String> system = new ArrayList<>(request.messageSystemAttributeNamesAsStrings());
    system.addAll(request.attributeNamesAsStrings());
    return queues.receive(queue, max, Duration.ofSeconds(wait), Duration.ofSeconds(hidden)).stream()
        .map(row -> Messages.message(row, system, request.messageAttributeNames()))
        .toList();
  }

  void delete(QueueRow queue, String receiptHandle) {
    queues.contents(queue).delete(handle(queue, receiptHandle));
  }

  Batch<DeleteMessageBatchResultEntry> deleteAll(
      QueueRow queue, List<DeleteMessageBatchRequestEntry> entries) {
    return Batch.of(
        entries,
        DeleteMessageBatchRequestEntry::id,
        entry -> {
          delete(queue, entry.receiptHandle());
          return DeleteMessageBatchResultEntry.builder().id(entry.id()).build();
        });
  }

  void changeVisibility(QueueRow queue, String receiptHandle, @Nullable Integer seconds) {
    int hidden = within("VisibilityTimeout", seconds, 0, MAX_VISIBILITY, 0);
    queues
        .contents(queue)
        .changeVisibility(handle(queue, receiptHandle), Duration.ofSeconds(hidden));
  }

  Batch<ChangeMessageVisibilityBatchResultEntry> changeVisibilityOfAll(
      QueueRow queue, List<ChangeMessageVisibilityBatchRequestEntry> entries) {
    return Batch.of(
        entries,
        ChangeMessageVisibilityBatchRequestEntry::id,
        entry -> {
          changeVisibility(queue, entry.receiptHandle(), entry.visibilityTimeout());
          return ChangeMessageVisibilityBatchResultEntry.builder().id(entry.id()).build();
        });
  }

  private static ReceiptHandle handle(QueueRow queue, String text) {
    ReceiptHandle handle = ReceiptHandle.decode(text);
    if (!handle.queueId().equals(queue.id())) {
      throw SqsErrors.badReceiptHandle();
    }
    return handle;
  }

  private static int within(
      String name, @Nullable Integer value, int min, int max, long otherwise) {
    if (value != null && (value < min || value > max)) {
      throw SqsErrors.invalidParameter(
          "Value %d for parameter %s is invalid. Reason: Must be between %d and %d, if provided."
              .formatted(value, name, min, max));
    }
    return value == null ? Math.toIntExact(otherwise) : value;
  }
}
