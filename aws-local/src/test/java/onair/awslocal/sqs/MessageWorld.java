package onair.awslocal.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.model.Answer;
import onair.awslocal.model.World;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A queue and its dead-letter queue, by hand-made time and in a process that can be restarted,
 * beside what SQS documents of messages.
 */
final class MessageWorld implements World {

  static final int MAX_RECEIVES = 3;

  private static final CallContext CALLER = new CallContext("111122223333", "eu-west-1", "r");
  private static final Duration HIDDEN = Duration.ofSeconds(30);
  private static final Answer NOT_IN_FLIGHT = Answer.refused(MessageNotInflightException.class);

  /** What a message should be. */
  private static final class Sent {
    boolean dead;
    boolean deleted;
    int receives;
    Instant visibleAt;
    final List<String> handles = new ArrayList<>();

    Sent(Instant visibleAt) {
      this.visibleAt = visibleAt;
    }

    boolean isVisible(Instant now) {
      return !deleted && !visibleAt.isAfter(now);
    }
  }

  private final Path folder;
  private final Map<String, Sent> messages = new TreeMap<>();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private StateStore store;
  private Lifecycle lifecycle;
  private LocalSqs sqs;
  private String queue;
  private String deadLetters;

  MessageWorld(Path folder) {
    this.folder = folder;
    open();
    CALLER.call(
        () -> {
          deadLetters = sqs.createQueue(q -> q.queueName("dead")).queueUrl();
          queue =
              sqs.createQueue(
                      q ->
                          q.queueName("queue")
                              .attributes(
                                  Map.of(
                                      QueueAttributeName.REDRIVE_POLICY,
                                      "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:111122223333:dead\",\"maxReceiveCount\":"
                                          + MAX_RECEIVES
                                          + "}")))
                  .queueUrl();
          return queue;
        });
  }

  private void open() {
    this.store = new StateStore(folder, () -> now, false);
    this.lifecycle = Lifecycle.manual(() -> now);
    this.sqs = new LocalSqs(store, lifecycle, () -> URI.create("http://127.0.0.1:4566"));
  }

  void restart() {
    close();
    open();
  }

  void pass(Duration time) {
    now = now.plus(time);
    lifecycle.runDue();
  }

  void send(String body, int delay) {
    if (!messages.containsKey(body)) {
      call(() -> sqs.sendMessage(m -> m.queueUrl(queue).messageBody(body).delaySeconds(delay)));
      messages.put(body, new Sent(now.plusSeconds(delay)));
    }
  }

  /** Takes all that can be had; those received too often are had by the other queue instead. */
  void receive(boolean dead) {
    Set<String> expected = new TreeSet<>();
    messages.forEach(
        (body, sent) -> {
          if (sent.dead == dead && sent.isVisible(now)) {
            if (!dead && sent.receives >= MAX_RECEIVES) {
              sent.dead = true;
              sent.receives = 0;
            } else {
              sent.receives++;
              sent.visibleAt = now.plus(HIDDEN);
              expected.add(body);
            }
          }
        });
    List<Message> received =
        call(() ->
                sqs.receiveMessage(
                    r -> r.queueUrl(dead ? deadLetters : queue).maxNumberOfMessages(10)))
            .messages();
    assertThat(received).extracting(Message::body).containsExactlyInAnyOrderElementsOf(expected);
    received.forEach(message -> sent(message.body()).handles.add(message.receiptHandle()));
  }

  /**
   * @param late by the handle of an earlier receive, which changes nothing
   */
  void delete(String body, boolean late) {
    withHandle(
        body,
        late,
        (sent, handle) -> {
          String url = handleQueue(sent);
          call(() -> sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(handle)));
          sent.deleted |= !late && isOfItsQueue(sent);
        });
  }

  void changeVisibility(String body, boolean late, int seconds) {
    withHandle(
        body,
        late,
        (sent, handle) -> {
          boolean inFlight =
              !late && !sent.deleted && isOfItsQueue(sent) && sent.visibleAt.isAfter(now);
          String url = handleQueue(sent);
          Answer answer =
              CALLER.call(
                  () ->
                      Answer.to(
                          () ->
                              sqs.changeMessageVisibility(
                                  c ->
                                      c.queueUrl(url)
                                          .receiptHandle(handle)
                                          .visibilityTimeout(seconds))));
          assertThat(answer).isEqualTo(inFlight ? Answer.OK : NOT_IN_FLIGHT);
          if (inFlight) {
            sent.visibleAt = now.plusSeconds(seconds);
          }
        });
  }

  private interface WithHandle {
    void on(Sent sent, String handle);
  }

  private void withHandle(String body, boolean late, WithHandle act) {
    Sent sent = messages.get(body);
    int index = sent == null ? -1 : sent.handles.size() - (late ? 2 : 1);
    // A handle from before a message was given up names the other queue: not asked here.
    if (index >= 0 && (!late || sent.receives >= 2)) {
      act.on(sent, sent.handles.get(index));
    }
  }

  /** The queue that the last handle of a message is of. */
  private String handleQueue(Sent sent) {
    return sent.dead && sent.receives > 0 ? deadLetters : queue;
  }

  private static boolean isOfItsQueue(Sent sent) {
    return !sent.dead || sent.receives > 0;
  }

  private Sent sent(String body) {
    return Objects.requireNonNull(messages.get(body));
  }

  private static <T> T call(Supplier<T> call) {
    return CALLER.call(call::get);
  }

  @Override
  public void check() {
    for (boolean dead : List.of(true, false)) {
      List<Sent> there =
          messages.values().stream().filter(m -> m.dead == dead && !m.deleted).toList();
      long visible = there.stream().filter(m -> m.isVisible(now)).count();
      long delayed = there.stream().filter(m -> !m.isVisible(now) && m.receives == 0).count();
      var counts =
          call(() ->
                  sqs.getQueueAttributes(
                      a ->
                          a.queueUrl(dead ? deadLetters : queue)
                              .attributeNames(QueueAttributeName.ALL)))
              .attributes();
      assertThat(counts)
          .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, String.valueOf(visible))
          .containsEntry(
              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, String.valueOf(delayed))
          .containsEntry(
              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
              String.valueOf(there.size() - visible - delayed));
    }
  }

  @Override
  public void close() {
    lifecycle.close();
    store.close();
  }
}
