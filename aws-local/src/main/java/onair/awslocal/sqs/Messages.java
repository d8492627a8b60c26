package onair.awslocal.sqs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import onair.awslocal.sqs.MessageRow.AttributeRow;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;

/** Messages between the API's shapes and rows. */
final class Messages {

  /** What the sender gives. */
  record Draft(
      String body,
      Map<String, MessageAttributeValue> attributes,
      Map<MessageSystemAttributeNameForSends, MessageSystemAttributeValue> systemAttributes,
      @Nullable Integer delaySeconds) {}

  private Messages() {}

  /** Checks a draft as AWS does and gives it an id. */
  static MessageRow row(Draft draft, QueueRow queue, String senderId, Instant now) {
    Settings settings = Settings.of(queue);
    Integer delay = draft.delaySeconds();
    if (delay != null && (delay < 0 || delay > 900)) {
      throw SqsErrors.invalidParameter(
          "Value %d for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900."
              .formatted(delay));
    }
    checkBody(draft, settings);
    MessageSystemAttributeValue trace =
        draft.systemAttributes().get(MessageSystemAttributeNameForSends.AWS_TRACE_HEADER);
    return new MessageRow(
        UUID.randomUUID().toString(),
        queue.id(),
        draft.body(),
        attributes(draft.attributes()),
        trace == null ? null : trace.stringValue(),
        senderId,
        now,
        delay == null ? now.plus(settings.delay()) : now.plusSeconds(delay),
        0,
        0,
        null,
        null);
  }

  private static void checkBody(Draft draft, Settings settings) {
    if (draft.body().isEmpty()) {
      throw SqsErrors.invalidParameter("The request must contain the parameter MessageBody.");
    }
    if (size(draft) > settings.maxMessageSize()) {
      throw SqsErrors.invalidParameter(
          "One or more parameters are invalid. Reason: Message must be shorter than %d bytes."
              .formatted(settings.maxMessageSize()));
    }
    if (!draft.body().codePoints().allMatch(Messages::isAllowed)) {
      throw SqsErrors.invalidContents();
    }
  }

  /** Bytes of the body and the attributes, as the limit counts them. */
  static int size(Draft draft) {
    int size = draft.body().getBytes(StandardCharsets.UTF_8).length;
    for (Map.Entry<String, MessageAttributeValue> entry : draft.attributes().entrySet()) {
      MessageAttributeValue value = entry.getValue();
      size += length(entry.getKey()) + length(value.dataType()) + length(value.stringValue());
      size += value.binaryValue() == null ? 0 : value.binaryValue().asByteArrayUnsafe().length;
    }
    return size;
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isAllowed(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xD
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static Map<String, AttributeRow> attributes(Map<String, MessageAttributeValue> given) {
    if (given.size() > 10) {
      throw SqsErrors.invalidParameter(
          "Number of message attributes [%d] exceeds the allowed maximum [10]."
              .formatted(given.size()));
    }
    Map<String, AttributeRow> attributes = new TreeMap<>();
    given.forEach((name, value) -> attributes.put(name, attribute(name, value)));
    return attributes;
  }

  private static AttributeRow attribute(String name, MessageAttributeValue value) {
    SdkBytes binary = value.binaryValue();
    String type = value.dataType().split("\\.", 2)[0];
    boolean fits =
        switch (type) {
          case "String", "Number" -> value.stringValue() != null && binary == null;
          case "Binary" -> binary != null && value.stringValue() == null;
          default -> false;
        };
    if (!fits) {
      throw SqsErrors.invalidParameter(
          "The message attribute '%s' must have the type String, Number or Binary and a value of it."
              .formatted(name));
    }
    return new AttributeRow(
        value.dataType(), value.stringValue(), binary == null ? null : binary.asByteArray());
  }

  /**
   * A received message.
   *
   * @param system names of system attributes, or {@code All}
   * @param wanted names of message attributes, {@code All}, or prefixes such as {@code trace.*}
   */
  static Message message(MessageRow row, List<String> system, List<String> wanted) {
    Map<String, AttributeRow> attributes = new TreeMap<>(row.attributes());
    attributes.keySet().removeIf(name -> wanted.stream().noneMatch(one -> selects(one, name)));
    Message.Builder message =
        Message.builder()
            .messageId(row.id())
            .receiptHandle(ReceiptHandle.of(row).encode())
            .body(row.body())
            .md5OfBody(MessageDigests.ofBody(row.body()));
    Map<MessageSystemAttributeName, String> described = systemAttributes(row, system);
    if (!described.isEmpty()) {
      message.attributes(described);
    }
    if (!attributes.isEmpty()) {
      message.messageAttributes(shapes(attributes));
      message.md5OfMessageAttributes(MessageDigests.ofAttributes(attributes));
    }
    return message.build();
  }

  private static boolean selects(String wanted, String name) {
    return wanted.equals("All")
        || wanted.equals(name)
        || (wanted.endsWith(".*") && name.startsWith(wanted.substring(0, wanted.length() - 2)));
  }

  private static Map<MessageSystemAttributeName, String> systemAttributes(
      MessageRow row, List<String> wanted) {
    Map<MessageSystemAttributeName, String> all = new LinkedHashMap<>();
    all.put(MessageSystemAttributeName.SENDER_ID, row.senderId());
    all.put(MessageSystemAttributeName.SENT_TIMESTAMP, millis(row.sentAt()));
    all.put(
        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
        Integer.toString(row.received() + row.receivedBefore()));
    if (row.firstReceivedAt() != null) {
      all.put(
          MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP,
          millis(row.firstReceivedAt()));
    }
    if (row.traceHeader() != null) {
      all.put(MessageSystemAttributeName.AWS_TRACE_HEADER, row.traceHeader());
    }
    if (row.deadLetterSource() != null) {
      all.put(MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN, row.deadLetterSource());
    }
    all.keySet().removeIf(name -> !wanted.contains("All") && !wanted.contains(name.toString()));
    return all;
  }

  private static Map<String, MessageAttributeValue> shapes(Map<String, AttributeRow> attributes) {
    Map<String, MessageAttributeValue> shapes = new TreeMap<>();
    attributes.forEach(
        (name, attribute) -> {
          byte[] binary = attribute.binary();
          shapes.put(
              name,
              MessageAttributeValue.builder()
                  .dataType(attribute.type())
                  .stringValue(attribute.text())
                  .binaryValue(binary == null ? null : SdkBytes.fromByteArray(binary))
                  .build());
        });
    return shapes;
  }

  private static String millis(Instant time) {
    return Long.toString(time.toEpochMilli());
  }
}
