package onair.awslocal.events;

/** A target does not take an event; trying again will not help. The message says why. */
public final class DeliveryRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeliveryRefused(String reason) {
    super(reason);
  }
}
