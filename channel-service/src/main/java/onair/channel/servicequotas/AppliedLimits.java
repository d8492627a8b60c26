package onair.channel.servicequotas;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import onair.channel.quota.AccountLimits;
import onair.channel.quota.Quota;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.NoSuchResourceException;

/** Limits as they apply. Source: Service Quotas API reference, {@code GetServiceQuota}. */
final class AppliedLimits implements AccountLimits {

  private final ServiceQuotasClient client;

  AppliedLimits(ServiceQuotasClient client) {
    this.client = client;
  }

  @Override
  public Map<Quota, Integer> of(Set<Quota> quotas) {
    Map<Quota, Integer> limits = new EnumMap<>(Quota.class);
    for (Quota quota : quotas) {
      try {
        double value =
            client
                .getServiceQuota(
                    request -> request.serviceCode(quota.serviceCode()).quotaCode(quota.code()))
                .quota()
                .value();
        limits.put(quota, (int) value);
      } catch (NoSuchResourceException unknown) {
        // Not every Region has every quota; what has none is not limited by it.
      }
    }
    return limits;
  }
}
