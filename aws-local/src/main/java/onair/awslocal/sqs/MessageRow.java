package onair.awslocal.sqs;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is kept.
 *
 * @param queueId the queue it is in now
 * @param visibleAt from when on it can be received
 * @param received how often, in this queue
 * @param receivedBefore how often, in the queues it was in before
 * @param deadLetterSource ARN of the queue that gave it up, or null
 */
record MessageRow(
    String id,
    String queueId,
    String body,
    Map<String, AttributeRow> attributes,
    @Nullable String traceHeader,
    String senderId,
    Instant sentAt,
    Instant visibleAt,
    int received,
    int receivedBefore,
    @Nullable Instant firstReceivedAt,
    @Nullable String deadLetterSource) {

  /** A message attribute; exactly one of the values is there. */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  record AttributeRow(String type, @Nullable String text, byte @Nullable [] binary) {}

  MessageRow {
    attributes = Map.copyOf(attributes);
  }

  /** Handed out once more and hidden until then. */
  MessageRow receivedAt(Instant now, Instant hiddenUntil) {
    Instant first = firstReceivedAt == null ? now : firstReceivedAt;
    return new MessageRow(
        id,
        queueId,
        body,
        attributes,
        traceHeader,
        senderId,
        sentAt,
        hiddenUntil,
        received + 1,
        receivedBefore,
        first,
        deadLetterSource);
  }

  /** Shown again at that time. */
  MessageRow hiddenUntil(Instant time) {
    return new MessageRow(
        id,
        queueId,
        body,
        attributes,
        traceHeader,
        senderId,
        sentAt,
        time,
        received,
        receivedBefore,
        firstReceivedAt,
        deadLetterSource);
  }

  /** In the dead-letter queue. */
  MessageRow movedTo(String deadLetterQueueId, String sourceArn, Instant now) {
    return new MessageRow(
        id,
        deadLetterQueueId,
        body,
        attributes,
        traceHeader,
        senderId,
        sentAt,
        now,
        0,
        receivedBefore + received,
        firstReceivedAt,
        sourceArn);
  }
}
