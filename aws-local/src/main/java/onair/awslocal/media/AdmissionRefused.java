package onair.awslocal.media;

/** This machine already encodes as many channels as it can in real time. */
public final class AdmissionRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AdmissionRefused(String message) {
    super(message);
  }
}
