package onair.awslocal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onair.awslocal.control.ControlAnswer;
import onair.awslocal.control.ControlRefused;
import onair.awslocal.control.ControlRequest;
import onair.awslocal.control.Endpoint;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /_aws-local/quotas?service=&account=&region=} lists quotas and {@code PUT
 * /_aws-local/quotas {"service", "code", "value", "account", "region"}} sets one, which holds at
 * once; a value that is null takes AWS's default again. Account and Region are those of this {@code
 * aws-local} when not given.
 */
final class QuotaEndpoints {

  /**
   * As it is told.
   *
   * @param isEnforced whether the service here refuses what exceeds it
   */
  private record Told(
      String service,
      String code,
      String name,
      double value,
      double defaultValue,
      boolean isSet,
      boolean isEnforced) {}

  private record Change(
      @Nullable String service,
      @Nullable String code,
      @Nullable Double value,
      @Nullable String account,
      @Nullable String region) {}

  private final AppliedQuotas quotas;
  private final Scope home;

  private QuotaEndpoints(AppliedQuotas quotas, Scope home) {
    this.quotas = quotas;
    this.home = home;
  }

  static List<Endpoint> of(AppliedQuotas quotas, Scope home) {
    var endpoints = new QuotaEndpoints(quotas, home);
    return List.of(
        new Endpoint("GET", "/quotas", "lists quotas and what applies", endpoints::list),
        new Endpoint("PUT", "/quotas", "sets a quota", endpoints::set));
  }

  private ControlAnswer list(ControlRequest request) {
    request.onlyQuery("service", "account", "region");
    String service = request.query("service").orElse(null);
    Scope scope =
        scope(request.query("account").orElse(null), request.query("region").orElse(null));
    return ControlAnswer.ok(
        Map.of(
            "quotas",
            Arrays.stream(Quota.values())
                .filter(quota -> service == null || quota.service().equals(service))
                .map(quota -> told(scope, quota))
                .toList()));
  }

  private ControlAnswer set(ControlRequest request) {
    Change change = request.body(Change.class);
    if (change.service() == null || change.code() == null) {
      throw ControlRefused.invalid(
          "A quota is named by its service and code, such as medialive and L-D1AFAF75.");
    }
    Quota quota =
        Quota.find(change.service(), change.code())
            .orElseThrow(
                () ->
                    ControlRefused.notFound(
                        "There is no quota %s of %s; GET /_aws-local/quotas lists all"
                            .formatted(change.code(), change.service())));
    Scope scope = scope(change.account(), change.region());
    Double value = change.value();
    if (value == null) {
      quotas.reset(scope, quota);
    } else if (value >= 0) {
      quotas.set(scope, quota, value);
    } else {
      throw ControlRefused.invalid("A quota cannot be " + value + ".");
    }
    return ControlAnswer.ok(told(scope, quota));
  }

  private Scope scope(@Nullable String account, @Nullable String region) {
    return new Scope(
        Objects.requireNonNullElse(account, home.accountId()),
        Objects.requireNonNullElse(region, home.region()));
  }

  private Told told(Scope scope, Quota quota) {
    return new Told(
        quota.service(),
        quota.code(),
        quota.title(),
        quotas.value(scope, quota),
        quota.standard(),
        quotas.set(scope, quota).isPresent(),
        quota.isEnforced());
  }
}
