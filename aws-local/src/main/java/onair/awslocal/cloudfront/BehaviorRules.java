package onair.awslocal.cloudfront;

import java.util.Set;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.state.Table;
import software.amazon.awssdk.services.cloudfront.model.AllowedMethods;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.InvalidFunctionAssociationException;
import software.amazon.awssdk.services.cloudfront.model.InvalidTtlOrderException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchCachePolicyException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchOriginRequestPolicyException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchResponseHeadersPolicyException;
import software.amazon.awssdk.services.cloudfront.model.TooManyKeyGroupsAssociatedToDistributionException;
import software.amazon.awssdk.services.cloudfront.model.TrustedKeyGroupDoesNotExistException;
import software.amazon.awssdk.services.cloudfront.model.TrustedSignerDoesNotExistException;

/** What CloudFront refuses in one cache behavior, the default one or another. */
final class BehaviorRules {

  private static final int MAX_KEY_GROUPS = 4;

  private static final Set<Set<String>> METHOD_SETS =
      Set.of(
          Set.of("GET", "HEAD"),
          Set.of("GET", "HEAD", "OPTIONS"),
          Set.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"));

  private final CloudFrontState state;

  BehaviorRules(CloudFrontState state) {
    this.state = state;
  }

  void check(BehaviorView behavior) {
    if ((behavior.cachePolicyId() == null) == (behavior.forwardedValues() == null)) {
      throw invalid(
          "The behavior for "
              + behavior.path()
              + " needs either a CachePolicyId or ForwardedValues.");
    }
    AllowedMethods methods = behavior.allowedMethods();
    if (methods != null && !METHOD_SETS.contains(Set.copyOf(methods.itemsAsStrings()))) {
      throw invalid(
          "AllowedMethods of " + behavior.path() + " is none of CloudFront's three sets.");
    }
    checkPolicies(behavior);
    checkTtl(behavior);
    checkSigners(behavior);
    if (behavior.functions()) {
      throw InvalidFunctionAssociationException.builder()
          .message(
              "Functions do not run on this machine, so the behavior for "
                  + behavior.path()
                  + " cannot name one.")
          .build();
    }
  }

  private void checkSigners(BehaviorView behavior) {
    if (behavior.trustedSigners()) {
      throw TrustedSignerDoesNotExistException.builder()
          .message("Key pairs of accounts do not exist here; use key groups.")
          .build();
    }
    if (behavior.keyGroups().size() > MAX_KEY_GROUPS) {
      throw TooManyKeyGroupsAssociatedToDistributionException.builder()
          .message("A behavior trusts at most " + MAX_KEY_GROUPS + " key groups.")
          .build();
    }
    for (String group : behavior.keyGroups()) {
      if (isForeign(state.keyGroups(), group)) {
        throw TrustedKeyGroupDoesNotExistException.builder()
            .message("The key group " + group + " does not exist.")
            .build();
      }
    }
  }

  private static boolean isForeign(Table<? extends ConfigRow> table, String id) {
    String account = CallContext.current().accountId();
    return table.get(id).filter(row -> row.accountId().equals(account)).isEmpty();
  }

  private void checkPolicies(BehaviorView behavior) {
    String cache = behavior.cachePolicyId();
    if (cache != null
        && !ManagedPolicies.cache().containsKey(cache)
        && isForeign(state.cachePolicies(), cache)) {
      throw NoSuchCachePolicyException.builder()
          .message("The cache policy " + cache + " does not exist.")
          .build();
    }
    String request = behavior.originRequestPolicyId();
    if (request != null
        && !ManagedOriginRequests.all().containsKey(request)
        && isForeign(state.originRequestPolicies(), request)) {
      throw NoSuchOriginRequestPolicyException.builder()
          .message("The origin request policy " + request + " does not exist.")
          .build();
    }
    String headers = behavior.responseHeadersPolicyId();
    if (headers != null
        && !ManagedResponseHeaders.all().containsKey(headers)
        && isForeign(state.responseHeadersPolicies(), headers)) {
      throw NoSuchResponseHeadersPolicyException.builder()
          .message("The response headers policy " + headers + " does not exist.")
          .build();
    }
  }

  private static void checkTtl(BehaviorView behavior) {
    long min = behavior.minTtl() == null ? 0 : behavior.minTtl();
    long max = behavior.maxTtl() == null ? Long.MAX_VALUE : behavior.maxTtl();
    long usual =
        behavior.defaultTtl() == null
            ? Math.min(Math.max(min, 86_400), max)
            : behavior.defaultTtl();
    if (min > usual || usual > max) {
      throw InvalidTtlOrderException.builder()
          .message("MinTTL, DefaultTTL and MaxTTL of " + behavior.path() + " must not fall.")
          .build();
    }
  }

  private static InvalidArgumentException invalid(String message) {
    return InvalidArgumentException.builder().message(message).build();
  }
}
