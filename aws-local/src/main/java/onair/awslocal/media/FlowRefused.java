package onair.awslocal.media;

/** A flow that cannot run as it is. The message says why in words for people, without secrets. */
public final class FlowRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FlowRefused(String message) {
    super(message);
  }
}
