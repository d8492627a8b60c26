package onair.awslocal.policy;

import java.util.List;

/** One statement of a policy: it speaks to a request only when every part of it matches. */
record Statement(
    boolean allows,
    PrincipalRule principal,
    List<String> actions,
    List<String> resources,
    List<Condition> conditions) {

  /** One key under one operator: any of the values is enough, and a missing key never matches. */
  record Condition(Operator operator, String key, List<String> values) {

    boolean holds(AccessRequest request) {
      var given = request.contextValue(key);
      return given != null && values.stream().anyMatch(wanted -> operator.holds(wanted, given));
    }
  }

  boolean speaksTo(AccessRequest request) {
    return principal.includes(request.requester())
        && actions.stream().anyMatch(a -> Wildcard.matchesIgnoringCase(a, request.action()))
        && resources.stream().anyMatch(r -> Wildcard.matchesArn(r, request.resource()))
        && conditions.stream().allMatch(condition -> condition.holds(request));
  }
}
