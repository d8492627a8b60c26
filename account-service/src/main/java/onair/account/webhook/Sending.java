package onair.account.webhook;

import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onair.common.outgoing.GuardedClient;
import onair.common.outgoing.GuardedReply;
import onair.common.outgoing.GuardedRequest;
import onair.common.outgoing.OutgoingFailed;
import onair.common.outgoing.TargetRefused;
import org.jspecify.annotations.Nullable;

/** Sends one event to one receiver, signed by Standard Webhooks 1.0.0. */
final class Sending {

  private static final int REPLY_KEPT = 1000;

  private final GuardedClient client;
  private final Duration timeout;

  /**
   * @param timeout within which a receiver has to answer
   */
  Sending(GuardedClient client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  /** What was sent, what came back, and what it means. */
  record Sent(Attempt attempt, Verdict verdict) {}

  /**
   * Waits for the answer.
   *
   * @param secrets the message is signed with each; nothing is sent without one
   */
  Sent send(
      Delivery delivery, Webhook webhook, List<WebhookSecret> secrets, String text, Instant now) {
    if (secrets.isEmpty()) {
      return new Sent(
          attempt(delivery, now, System.nanoTime(), null, "The message could not be signed", null),
          new Verdict.Unsigned());
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    long timestamp = now.getEpochSecond();
    var request =
        GuardedRequest.post(
                webhook.url(),
                Map.of(
                    "Content-Type",
                    "application/json",
                    "webhook-id",
                    delivery.eventId(),
                    "webhook-timestamp",
                    Long.toString(timestamp),
                    "webhook-signature",
                    secrets.stream()
                        .map(secret -> secret.sign(delivery.eventId(), timestamp, body))
                        .collect(Collectors.joining(" "))),
                body)
            .within(timeout);
    long start = System.nanoTime();
    try {
      GuardedReply reply = client.send(request);
      return new Sent(
          attempt(delivery, now, start, reply.status(), null, beginning(reply)), judge(reply, now));
    } catch (TargetRefused refused) {
      return failed(delivery, now, start, "The address " + refused.sentence());
    } catch (OutgoingFailed failed) {
      return failed(delivery, now, start, "The receiver " + failed.sentence());
    }
  }

  private static Sent failed(Delivery delivery, Instant now, long start, String why) {
    return new Sent(
        attempt(delivery, now, start, null, why, null), new Verdict.Later(Duration.ZERO, why));
  }

  private static Attempt attempt(
      Delivery delivery,
      Instant now,
      long start,
      @Nullable Integer status,
      @Nullable String failure,
      @Nullable String reply) {
    return new Attempt(
        delivery.tries(), now, Duration.ofNanos(System.nanoTime() - start), status, failure, reply);
  }

  /** PostgreSQL keeps no NUL. */
  private static String beginning(GuardedReply reply) {
    String text = reply.text().replace('\0', ' ');
    return text.length() > REPLY_KEPT ? text.substring(0, REPLY_KEPT) : text;
  }

  private static Verdict judge(GuardedReply reply, Instant now) {
    int status = reply.status();
    if (reply.isSuccess()) {
      return new Verdict.Taken();
    }
    String why = "The receiver answered " + status;
    if (status == HttpURLConnection.HTTP_GONE) {
      return new Verdict.Gone();
    }
    if (status == HttpURLConnection.HTTP_CLIENT_TIMEOUT || status == 429 || status >= 500) {
      return new Verdict.Later(asked(reply, now), why);
    }
    return new Verdict.Refused(why);
  }

  /** What {@code Retry-After} says, in seconds or as a date. */
  private static Duration asked(GuardedReply reply, Instant now) {
    String text = reply.header("Retry-After").orElse("").strip();
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
    } catch (DateTimeParseException none) {
      return Duration.ZERO;
    }
  }
}
