package onair.awslocal.protocol;

import onair.awslocal.signature.SignatureRefused;

/**
 * What each family of services calls a signature that does not count.
 *
 * <p>Source: "Common Errors" of the API references. Services behind API Gateway answer 403, those
 * of the JSON protocols 400.
 */
final class SignatureErrors {

  private SignatureErrors() {}

  static ApiError of(String protocol, SignatureRefused refused) {
    return switch (protocol) {
      case "query", "rest-xml" ->
          error(xmlCode(refused.kind()), xmlStatus(refused.kind()), refused);
      case "json" -> error(refused.kind().code(), 400, refused);
      default -> error(refused.kind().code(), 403, refused);
    };
  }

  private static ApiError error(String code, int status, SignatureRefused refused) {
    return new ApiError(code, status, refused.getMessage(), null);
  }

  private static String xmlCode(SignatureRefused.Kind kind) {
    return switch (kind) {
      case MISSING -> "MissingAuthenticationToken";
      case INCOMPLETE -> "IncompleteSignature";
      case UNKNOWN_KEY -> "InvalidClientTokenId";
      case WRONG, SKEWED, EXPIRED -> "SignatureDoesNotMatch";
    };
  }

  private static int xmlStatus(SignatureRefused.Kind kind) {
    return kind == SignatureRefused.Kind.INCOMPLETE ? 400 : 403;
  }
}
