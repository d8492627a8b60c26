package onair.awslocal.sqs;

import java.util.Map;
import onair.awslocal.events.DeliveryRefused;
import onair.awslocal.events.EventDelivery;
import onair.awslocal.events.EventTarget;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.policy.AccessRequest;
import onair.awslocal.policy.Decision;
import onair.awslocal.policy.Requester;
import onair.awslocal.sqs.Messages.Draft;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Queues as targets of rules. As in AWS, the queue's own policy must let EventBridge send, or the
 * event is lost.
 *
 * <p>Source: Amazon EventBridge User Guide, "Using resource-based policies", Amazon SQS
 * permissions.
 */
public final class QueueTarget implements EventTarget {

  private static final String EVENTBRIDGE = "events.amazonaws.com";

  private final Queues queues;
  private final Lifecycle lifecycle;

  QueueTarget(Queues queues, Lifecycle lifecycle) {
    this.queues = queues;
    this.lifecycle = lifecycle;
  }

  @Override
  public boolean owns(String arn) {
    return arn.startsWith("arn:aws:sqs:");
  }

  @Override
  public void deliver(EventDelivery delivery) {
    QueueRow queue =
        queues
            .findByArn(delivery.targetArn())
            .orElseThrow(() -> new DeliveryRefused("there is no queue " + delivery.targetArn()));
    AccessRequest send =
        new AccessRequest(
            new Requester.Service(EVENTBRIDGE),
            "sqs:SendMessage",
            queue.arn(),
            Map.of("aws:SourceArn", delivery.ruleArn(), "aws:SourceAccount", delivery.accountId()));
    boolean allowed =
        Settings.of(queue)
            .policy()
            .map(policy -> policy.decide(send) == Decision.ALLOW)
            .orElse(false);
    if (!allowed) {
      throw new DeliveryRefused(
          "the policy of the queue %s does not allow %s to send for the rule %s"
              .formatted(queue.arn(), EVENTBRIDGE, delivery.ruleArn()));
    }
    send(queue, delivery.body());
  }

  private void send(QueueRow queue, String body) {
    try {
      Draft draft = new Draft(body, Map.of(), Map.of(), null);
      queues.contents(queue).send(Messages.row(draft, queue, EVENTBRIDGE, lifecycle.now()));
    } catch (AwsServiceException e) {
      throw new DeliveryRefused("the queue %s refuses it".formatted(queue.arn()));
    }
  }
}
