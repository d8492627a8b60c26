package onair.awslocal.signature;

/** A signature that does not count. Each service words it in its own way. */
public final class SignatureRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Kind {
    /** There is none. */
    MISSING("MissingAuthenticationTokenException"),
    /** Parts of it are missing or cannot be read. */
    INCOMPLETE("IncompleteSignatureException"),
    /** Nobody has that access key id. */
    UNKNOWN_KEY("UnrecognizedClientException"),
    /** It is not that of this request by the holder of the secret. */
    WRONG("InvalidSignatureException"),
    /** It was made too long ago, or in the future. */
    SKEWED("InvalidSignatureException"),
    /** A presigned URL that is no more, or not yet, to be used. */
    EXPIRED("InvalidSignatureException");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** What services that speak JSON call it. */
    public String code() {
      return code;
    }
  }

  private final Kind kind;

  SignatureRefused(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** For the caller. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
