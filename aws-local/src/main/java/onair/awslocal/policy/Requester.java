package onair.awslocal.policy;

import org.jspecify.annotations.Nullable;

/** Who asks: nobody known, an AWS service, or an identity of an account. */
public sealed interface Requester {

  /** A request without a signature. */
  record Anonymous() implements Requester {}

  /** An AWS service that signed with its own name, such as {@code cloudfront.amazonaws.com}. */
  record Service(String name) implements Requester {}

  /** An identity by its ARN, such as {@code arn:aws:iam::111122223333:role/Ingest}. */
  record Identity(String arn) implements Requester {

    String accountId() {
      var parts = arn.split(":", 6);
      return parts.length > 4 ? parts[4] : "";
    }
  }

  /**
   * Reads the name a signed request carries: null is anonymous, an ARN an identity, else a service.
   */
  static Requester of(@Nullable String principal) {
    if (principal == null) {
      return new Anonymous();
    }
    return principal.startsWith("arn:") ? new Identity(principal) : new Service(principal);
  }
}
