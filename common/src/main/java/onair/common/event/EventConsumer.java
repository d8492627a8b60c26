package onair.common.event;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Reads the service's queue. A message is acknowledged after its effect is committed; one that
 * fails comes again when its visibility ends, and SQS moves it to the dead-letter queue after the
 * last try. While the database is away nothing is taken, so an outage uses up no tries.
 */
final class EventConsumer {

  private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);
  private static final int BATCH = 10;
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final SqsClient sqs;
  private final EventPlumbing plumbing;
  private final EventDelivery delivery;
  private final Set<String> awsSources;
  private final Duration poll;
  private final Runnable listening;
  private final Object gate = new Object();
  private @Nullable Thread waiting;
  private boolean stopping;
  private boolean told;

  EventConsumer(
      SqsClient sqs,
      EventPlumbing plumbing,
      EventDelivery delivery,
      Set<String> awsSources,
      Duration poll,
      Runnable listening) {
    this.sqs = sqs;
    this.plumbing = plumbing;
    this.delivery = delivery;
    this.awsSources = awsSources;
    this.poll = poll;
    this.listening = listening;
  }

  /** Waits for messages and delivers them; the next round may follow at once. */
  Duration round() {
    delivery.checkReady();
    try {
      String queue = plumbing.queue(awsSources);
      if (!told) {
        listening.run();
        told = true;
      }
      receive(queue).forEach(message -> take(queue, message));
      return Duration.ZERO;
    } catch (SdkException failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        plumbing.forget();
      }
      throw failure;
    }
  }

  /** Ends the wait for messages; work on one is finished. */
  void stopWaiting() {
    synchronized (gate) {
      stopping = true;
      if (waiting != null) {
        waiting.interrupt();
      }
    }
  }

  private List<Message> receive(String queue) {
    synchronized (gate) {
      if (stopping) {
        return List.of();
      }
      waiting = Thread.currentThread();
    }
    try {
      Duration longest = poll.plus(ANSWER);
      return sqs.receiveMessage(
              request ->
                  request
                      .queueUrl(queue)
                      .maxNumberOfMessages(BATCH)
                      .waitTimeSeconds((int) poll.toSeconds())
                      .overrideConfiguration(
                          own -> own.apiCallTimeout(longest).apiCallAttemptTimeout(longest)))
          .messages();
    } finally {
      synchronized (gate) {
        waiting = null;
        Thread.interrupted();
      }
    }
  }

  private void take(String queue, Message message) {
    try {
      delivery.deliver(message.body());
    } catch (TransientDataAccessException away) {
      throw away;
    } catch (RuntimeException failure) {
      log.warn(
          "The message {} failed and will come again: {}",
          message.messageId(),
          failure.toString(),
          failure);
      return;
    }
    sqs.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
  }
}
