package onair.awslocal.sqs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a receiver deletes a message with.
 *
 * @param received the how-manieth receive it is of; a later one makes it stale
 */
record ReceiptHandle(String queueId, String messageId, int received) {

  private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})/([0-9a-f-]{36})/(\\d{1,9})");

  static ReceiptHandle of(MessageRow message) {
    return new ReceiptHandle(message.queueId(), message.id(), message.received());
  }

  String encode() {
    String text = queueId + "/" + messageId + "/" + received;
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Throws the SDK's exception when the text is none of ours. */
  static ReceiptHandle decode(String text) {
    try {
      Matcher form =
          FORM.matcher(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
      if (form.matches()) {
        return new ReceiptHandle(form.group(1), form.group(2), Integer.parseInt(form.group(3)));
      }
    } catch (IllegalArgumentException e) {
      throw SqsErrors.badReceiptHandle();
    }
    throw SqsErrors.badReceiptHandle();
  }

  boolean isFor(MessageRow message) {
    return message.received() == received;
  }
}
