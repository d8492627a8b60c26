package onair.awslocal.events;

/** How events get from a rule to its targets. */
public interface DeliveryRoute {

  /** At once, once, in order. */
  DeliveryRoute DIRECT = (source, detailType, targetArn, delivery) -> delivery.run();

  /**
   * Carries one event to one target.
   *
   * @param delivery brings it there; may be run never, more than once, or later by another thread
   */
  void carry(String source, String detailType, String targetArn, Runnable delivery);
}
