package onair.awslocal.mediatailor.session;

/** The content origin gave no playlist. */
public final class ContentFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  ContentFailed(int status, String message) {
    super(message);
    this.status = status;
  }

  /** What the player is told: the origin's 4xx, 504 when it took too long, else 502. */
  public int status() {
    return status;
  }
}
