package onair.channel.quota;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there may be only so many of in an account and Region, and a channel takes some of. Source:
 * codes as {@code ListAWSDefaultServiceQuotas} answers them.
 */
public enum Quota {
  ENCODERS("medialive", "channels", "medialive", "L-D1AFAF75"),
  PUSH_INPUTS("medialive", "push inputs", "medialive", "L-9E233AF7"),
  PULL_INPUTS("medialive", "pull inputs", "medialive", "L-4D7207DE"),
  ALLOW_LISTS("medialive", "input security groups", "medialive", "L-6A0116BB"),
  FLOWS("mediaconnect", "flows", "mediaconnect", "L-A99016A8"),
  PACKAGE_CHANNELS("mediapackage", "channels of a group", "mediapackagev2", "L-55777135"),
  PACKAGE_V1_CHANNELS("mediapackagev1", "channels", "mediapackage", "L-352B8598");

  private static final String ALLOW_LIST = "medialive-input-security-group";

  private final String service;
  private final String title;
  private final String serviceCode;
  private final String code;

  Quota(String service, String title, String serviceCode, String code) {
    this.service = service;
    this.title = title;
    this.serviceCode = serviceCode;
    this.code = code;
  }

  /** The service as plans name it, such as {@code medialive}. */
  public String service() {
    return service;
  }

  /** What plans call it, such as {@code push inputs}. */
  public String title() {
    return title;
  }

  /** The service as Service Quotas names it. */
  public String serviceCode() {
    return serviceCode;
  }

  /** Such as {@code L-D1AFAF75}. */
  public String code() {
    return code;
  }

  /**
   * What a channel takes and how much of it.
   *
   * @param kinds of its resources; an input that is pushed to has an allow list
   */
  public static Map<Quota, Integer> takenBy(Set<String> kinds) {
    var taken = new EnumMap<Quota, Integer>(Quota.class);
    kinds.forEach(
        kind ->
            of(kind, kinds.contains(ALLOW_LIST))
                .ifPresent(quota -> taken.merge(quota, 1, Integer::sum)));
    return taken;
  }

  private static Optional<Quota> of(String kind, boolean pushed) {
    return Optional.ofNullable(
        switch (kind) {
          case "medialive-channel" -> ENCODERS;
          case "medialive-input", "medialive-input/backup" -> pushed ? PUSH_INPUTS : PULL_INPUTS;
          case ALLOW_LIST -> ALLOW_LISTS;
          case "mediaconnect-flow" -> FLOWS;
          case "mediapackage-channel" -> PACKAGE_CHANNELS;
          case "mediapackagev1-channel" -> PACKAGE_V1_CHANNELS;
          default -> null;
        });
  }

  static Optional<Quota> named(String name) {
    return Arrays.stream(values()).filter(quota -> quota.name().equals(name)).findFirst();
  }
}
