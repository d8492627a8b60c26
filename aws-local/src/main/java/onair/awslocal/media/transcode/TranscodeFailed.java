package onair.awslocal.media.transcode;

/**
 * A transcode that was begun cannot be finished. What it had written is removed. The message is one
 * line for people and names no path of this machine.
 */
public final class TranscodeFailed extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is to blame. */
  public enum Reason {
    /** The file has not what is asked of it, such as pictures. */
    INPUT_LACKS_TRACK,
    /** The file breaks off or cannot be decoded. */
    INPUT_DAMAGED,
    /** It took longer than it may, or stopped moving. */
    TIMED_OUT,
    /** This machine: a full disk, a program that died. */
    MACHINE
  }

  private final Reason reason;

  TranscodeFailed(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The input has not what somebody asks of it. */
  public static TranscodeFailed lacks(String message) {
    return new TranscodeFailed(Reason.INPUT_LACKS_TRACK, message);
  }

  public Reason reason() {
    return reason;
  }
}
