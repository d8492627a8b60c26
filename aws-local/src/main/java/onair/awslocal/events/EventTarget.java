package onair.awslocal.events;

/** A service that rules can send events to. */
public interface EventTarget {

  /** Whether the ARN is one of this service's. */
  boolean owns(String arn);

  /**
   * On return the event is kept by the target.
   *
   * @throws DeliveryRefused when the target does not exist or does not let EventBridge in
   */
  void deliver(EventDelivery delivery);
}
