package onair.awslocal.media.rtmp;

/** Why a publisher is not admitted, in words for its user. */
final class PublishRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  PublishRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
