package onair.awslocal.cloudfront;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.SdkRows;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.FunctionConfig;
import software.amazon.awssdk.services.cloudfront.model.InvalidationBatch;
import software.amazon.awssdk.services.cloudfront.model.KeyGroupConfig;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlConfig;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.PublicKeyConfig;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyConfig;

/**
 * The tables of this service, by id, and one lock: many of CloudFront's rules look at several
 * resources at once (a name is unique, a policy is in use), and a CDN's control plane is not busy.
 */
final class CloudFrontState {

  private final ReentrantLock lock = new ReentrantLock();
  private final AppliedQuotas quotas;
  private final Table<DistributionRow> distributions;
  private final Table<AccessControlRow> accessControls;
  private final Table<CachePolicyRow> cachePolicies;
  private final Table<InvalidationRow> invalidations;
  private final Table<OriginRequestPolicyRow> originRequestPolicies;
  private final Table<ResponseHeadersPolicyRow> responseHeadersPolicies;
  private final Table<PublicKeyRow> publicKeys;
  private final Table<KeyGroupRow> keyGroups;
  private final Table<FunctionRow> functions;

  CloudFrontState(StateStore store, AppliedQuotas quotas) {
    this.quotas = quotas;
    this.distributions =
        store.table(
            "cloudfront-distribution",
            SdkRows.codec(DistributionRow.class, List.of(DistributionConfig.class)));
    this.accessControls =
        store.table(
            "cloudfront-origin-access-control",
            SdkRows.codec(AccessControlRow.class, List.of(OriginAccessControlConfig.class)));
    this.cachePolicies =
        store.table(
            "cloudfront-cache-policy",
            SdkRows.codec(CachePolicyRow.class, List.of(CachePolicyConfig.class)));
    this.invalidations =
        store.table(
            "cloudfront-invalidation",
            SdkRows.codec(InvalidationRow.class, List.of(InvalidationBatch.class)));
    this.originRequestPolicies =
        store.table(
            "cloudfront-origin-request-policy",
            SdkRows.codec(OriginRequestPolicyRow.class, List.of(OriginRequestPolicyConfig.class)));
    this.responseHeadersPolicies =
        store.table(
            "cloudfront-response-headers-policy",
            SdkRows.codec(
                ResponseHeadersPolicyRow.class, List.of(ResponseHeadersPolicyConfig.class)));
    this.publicKeys =
        store.table(
            "cloudfront-public-key",
            SdkRows.codec(PublicKeyRow.class, List.of(PublicKeyConfig.class)));
    this.keyGroups =
        store.table(
            "cloudfront-key-group",
            SdkRows.codec(KeyGroupRow.class, List.of(KeyGroupConfig.class)));
    this.functions =
        store.table(
            "cloudfront-function", SdkRows.codec(FunctionRow.class, List.of(FunctionConfig.class)));
  }

  Table<DistributionRow> distributions() {
    return distributions;
  }

  Table<AccessControlRow> accessControls() {
    return accessControls;
  }

  Table<CachePolicyRow> cachePolicies() {
    return cachePolicies;
  }

  Table<InvalidationRow> invalidations() {
    return invalidations;
  }

  Table<OriginRequestPolicyRow> originRequestPolicies() {
    return originRequestPolicies;
  }

  Table<ResponseHeadersPolicyRow> responseHeadersPolicies() {
    return responseHeadersPolicies;
  }

  Table<PublicKeyRow> publicKeys() {
    return publicKeys;
  }

  Table<KeyGroupRow> keyGroups() {
    return keyGroups;
  }

  Table<FunctionRow> functions() {
    return functions;
  }

  /** Whether a distribution has or will have such a behavior. */
  boolean isUsed(Predicate<BehaviorView> wanted) {
    return configsInUse().flatMap(config -> BehaviorView.of(config).stream()).anyMatch(wanted);
  }

  /** What an account's distributions are or will be deployed with. */
  Stream<DistributionConfig> configsInUse() {
    return distributions.list().stream()
        .flatMap(row -> Stream.of(row.config(), row.deployed()))
        .filter(config -> config != null);
  }

  /** How many the caller's account may have, which here is limited even by default. */
  long most(Quota quota) {
    var home = new Scope(CallContext.current().accountId(), "us-east-1");
    return (long) quotas.value(home, quota);
  }

  <T> T exclusively(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
