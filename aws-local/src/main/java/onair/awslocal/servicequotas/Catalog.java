package onair.awslocal.servicequotas;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.servicequotas.model.AppliedLevelEnum;
import software.amazon.awssdk.services.servicequotas.model.ServiceInfo;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

/**
 * The quotas as Service Quotas shows them. Those of a global service are told in us-east-1 only; in
 * other Regions such a service does not exist.
 */
record Catalog(AppliedQuotas applied) {

  private static final String GLOBAL_HOME = "us-east-1";
  private static final String GLOBAL = "cloudfront";

  private static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.of(
              "cloudfront", "Amazon CloudFront",
              "events", "Amazon EventBridge (CloudWatch Events)",
              "mediaconnect", "AWS Elemental MediaConnect",
              "mediaconvert", "AWS Elemental MediaConvert",
              "medialive", "AWS Elemental MediaLive",
              "mediapackage", "AWS Elemental MediaPackage",
              "mediapackagev2", "AWS Elemental MediaPackage v2",
              "mediatailor", "AWS Elemental MediaTailor",
              "s3", "Amazon Simple Storage Service (Amazon S3)"));

  List<ServiceInfo> services(Scope scope) {
    return NAMES.keySet().stream()
        .filter(service -> isHere(scope, service))
        .map(service -> ServiceInfo.builder().serviceCode(service).serviceName(name(service)))
        .map(ServiceInfo.Builder::build)
        .toList();
  }

  /** All of a service, or the one of that code; 400 when there is no such service here. */
  List<Quota> of(Scope scope, String service, @Nullable String code) {
    if (!NAMES.containsKey(service) || !isHere(scope, service)) {
      throw Refusals.noService();
    }
    return Quota.of(service).stream()
        .filter(quota -> code == null || quota.code().equals(code))
        .toList();
  }

  /** 400 when there is none. */
  Quota get(Scope scope, String service, String code) {
    return of(scope, service, code).stream().findFirst().orElseThrow(Refusals::noQuota);
  }

  /** With the value that applies. */
  ServiceQuota applied(Scope scope, Quota quota) {
    return shape(scope, quota, applied.value(scope, quota));
  }

  /** With AWS's default value. */
  ServiceQuota standard(Scope scope, Quota quota) {
    return shape(scope, quota, quota.standard());
  }

  String name(String service) {
    return NAMES.getOrDefault(service, service);
  }

  String arn(Scope scope, Quota quota) {
    Scope home = isGlobal(quota) ? new Scope(scope.accountId(), "") : scope;
    return home.arn("servicequotas", quota.service() + "/" + quota.code());
  }

  boolean isGlobal(Quota quota) {
    return quota.service().equals(GLOBAL);
  }

  private ServiceQuota shape(Scope scope, Quota quota, double value) {
    return ServiceQuota.builder()
        .serviceCode(quota.service())
        .serviceName(name(quota.service()))
        .quotaArn(arn(scope, quota))
        .quotaCode(quota.code())
        .quotaName(quota.title())
        .value(value)
        .unit("None")
        .adjustable(true)
        .globalQuota(isGlobal(quota))
        .quotaAppliedAtLevel(AppliedLevelEnum.ACCOUNT)
        .build();
  }

  private static boolean isHere(Scope scope, String service) {
    return !service.equals(GLOBAL) || scope.region().equals(GLOBAL_HOME);
  }
}
