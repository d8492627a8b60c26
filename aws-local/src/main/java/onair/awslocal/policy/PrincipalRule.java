package onair.awslocal.policy;

import java.util.Set;

/**
 * Who a statement is about.
 *
 * @param everyone true for {@code "*"} and {@code {"AWS": "*"}}: also anonymous requests
 * @param services service names, compared exactly
 * @param identities account ids, account root ARNs or identity ARNs
 */
record PrincipalRule(boolean everyone, Set<String> services, Set<String> identities) {

  boolean includes(Requester requester) {
    if (everyone) {
      return true;
    }
    return switch (requester) {
      case Requester.Anonymous _ -> false;
      case Requester.Service service -> services.contains(service.name());
      case Requester.Identity identity ->
          identities.contains(identity.arn())
              || identities.contains(identity.accountId())
              || identities.contains("arn:aws:iam::" + identity.accountId() + ":root");
    };
  }
}
