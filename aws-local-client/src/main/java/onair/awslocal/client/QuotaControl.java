package onair.awslocal.client;

import java.util.List;
import java.util.Map;

/** AWS's quotas, which hold here when they are set or {@code AWS_LOCAL_QUOTAS=default}. */
public final class QuotaControl {

  private static final String QUOTAS = "/quotas";

  private final Door door;

  /**
   * One quota of the account and Region that {@code aws-local} is at home in.
   *
   * @param service such as {@code medialive}
   * @param code of AWS, such as {@code L-D1AFAF75}
   * @param value what applies
   * @param defaultValue AWS's
   * @param isSet whether somebody set it
   * @param isEnforced whether the service here refuses what exceeds it
   */
  public record Quota(
      String service,
      String code,
      String name,
      double value,
      double defaultValue,
      boolean isSet,
      boolean isEnforced) {}

  private record All(List<Quota> quotas) {}

  QuotaControl(Door door) {
    this.door = door;
  }

  /** Those of one service. */
  public List<Quota> list(String service) {
    return door.get(QUOTAS + Door.query(Map.of("service", service)), All.class).quotas();
  }

  /**
   * Holds at once.
   *
   * @throws ControlException when there is no such quota
   */
  public void set(String service, String code, double value) {
    door.put(QUOTAS, Map.of("service", service, "code", code, "value", value));
  }
}
