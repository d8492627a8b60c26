package onair.awslocal.quota;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The quotas of AWS's media services and of what they are used with, per account and Region.
 *
 * <p>Sources: codes, names and defaults as {@code ListAWSDefaultServiceQuotas} answers them; the
 * services' user guides, "Quotas". Limits that have no quota code, such as 50 outputs per flow, are
 * rules of their service.
 */
public enum Quota {
  MEDIALIVE_CHANNELS("medialive", "L-D1AFAF75", "Channels", 5, Use.ENFORCED),
  MEDIALIVE_HEVC_CHANNELS("medialive", "L-05A796F2", "HEVC Channels", 5, Use.TOLD),
  MEDIALIVE_UHD_CHANNELS("medialive", "L-DDE858F0", "UHD Channels", 1, Use.TOLD),
  MEDIALIVE_CDI_CHANNELS("medialive", "L-3FDA265B", "CDI Channels", 2, Use.TOLD),
  MEDIALIVE_PUSH_INPUTS("medialive", "L-9E233AF7", "Push Inputs", 5, Use.ENFORCED),
  MEDIALIVE_PULL_INPUTS("medialive", "L-4D7207DE", "Pull Inputs", 100, Use.ENFORCED),
  MEDIALIVE_VPC_INPUTS("medialive", "L-68E02936", "VPC Inputs", 50, Use.TOLD),
  MEDIALIVE_DEVICE_INPUTS("medialive", "L-BDF24E14", "Device Inputs", 100, Use.TOLD),
  MEDIALIVE_SECURITY_GROUPS("medialive", "L-6A0116BB", "Input Security Groups", 5, Use.ENFORCED),
  MEDIALIVE_MULTIPLEXES("medialive", "L-8B49C5C1", "Multiplexes", 2, Use.TOLD),
  MEDIALIVE_RESERVATIONS("medialive", "L-1F6E2FAF", "Reservations", 50, Use.TOLD),
  MEDIACONNECT_FLOWS("mediaconnect", "L-A99016A8", "Flows", 20, Use.ENFORCED),
  MEDIAPACKAGE_CHANNELS("mediapackage", "L-352B8598", "Channels", 30, Use.ENFORCED),
  MEDIAPACKAGE_ENDPOINTS("mediapackage", "L-7F7EDDDF", "Endpoints per channel", 10, Use.ENFORCED),
  MEDIAPACKAGE_HARVESTS("mediapackage", "L-B1B90B42", "Concurrent harvest jobs", 10, Use.ENFORCED),
  MEDIAPACKAGE_LIVE_MANIFEST("mediapackage", "L-F7CB14AC", "Live manifest length", 5, Use.TOLD),
  MEDIAPACKAGE_GROUPS("mediapackage", "L-66FFDBE4", "Packaging groups", 10, Use.ENFORCED),
  MEDIAPACKAGE_CONFIGURATIONS(
      "mediapackage",
      "L-1E1258F1",
      "Packaging configurations per packaging group",
      10,
      Use.ENFORCED),
  MEDIAPACKAGE_ASSETS(
      "mediapackage", "L-563EE697", "Assets per packaging group", 10_000, Use.ENFORCED),
  MEDIAPACKAGEV2_GROUPS("mediapackagev2", "L-A7040149", "Channel Groups", 3, Use.ENFORCED),
  MEDIAPACKAGEV2_CHANNELS(
      "mediapackagev2", "L-55777135", "Channels per channel group", 10, Use.ENFORCED),
  MEDIAPACKAGEV2_ENDPOINTS(
      "mediapackagev2", "L-305BEE26", "Origin endpoints per channel", 10, Use.ENFORCED),
  MEDIAPACKAGEV2_MANIFESTS(
      "mediapackagev2", "L-0FB78A52", "Manifests per origin endpoint", 25, Use.TOLD),
  MEDIAPACKAGEV2_HARVESTS(
      "mediapackagev2", "L-628CF433", "Active harvest jobs per channel group", 10, Use.ENFORCED),
  MEDIATAILOR_CHANNELS("mediatailor", "L-29DF1B92", "Channels per account", 100, Use.TOLD),
  MEDIATAILOR_CHANNEL_OUTPUTS("mediatailor", "L-3BCD6A29", "Channel outputs", 5, Use.TOLD),
  MEDIATAILOR_PROGRAMS("mediatailor", "L-7946CFE6", "Programs Per Channel", 400, Use.TOLD),
  MEDIATAILOR_SOURCE_LOCATIONS("mediatailor", "L-2290981E", "Source Locations", 100, Use.TOLD),
  MEDIATAILOR_VOD_SOURCES("mediatailor", "L-A32E8357", "VOD Sources", 1000, Use.TOLD),
  MEDIATAILOR_LIVE_SOURCES("mediatailor", "L-7A79D9CE", "Live Sources", 50, Use.TOLD),
  MEDIATAILOR_INSERTIONS("mediatailor", "L-32FBC51C", "Ad Insertion Requests", 10_000, Use.TOLD),
  MEDIACONVERT_QUEUES(
      "mediaconvert", "L-2D376814", "Queues (on-demand) per Region, per account", 10, Use.ENFORCED),
  MEDIACONVERT_PRESETS("mediaconvert", "L-8CFEB230", "Custom output presets", 100, Use.ENFORCED),
  MEDIACONVERT_TEMPLATES("mediaconvert", "L-FFA964F8", "Custom job templates", 100, Use.ENFORCED),
  CLOUDFRONT_DISTRIBUTIONS(
      "cloudfront", "L-24B04930", "Web distributions per AWS account", 200, Use.ENFORCED),
  CLOUDFRONT_ORIGINS("cloudfront", "L-B4048FB4", "Origins per distribution", 25, Use.TOLD),
  CLOUDFRONT_BEHAVIORS(
      "cloudfront", "L-F432D044", "Cache behaviors per distribution", 25, Use.TOLD),
  CLOUDFRONT_KEY_GROUPS("cloudfront", "L-D64DA6E2", "Key groups per AWS account", 10, Use.ENFORCED),
  EVENTS_BUSES("events", "L-658A4FD9", "Event buses", 100, Use.TOLD),
  EVENTS_RULES("events", "L-244521F2", "Number of rules", 300, Use.TOLD),
  S3_BUCKETS("s3", "L-DC2B2D3D", "General purpose buckets", 100, Use.TOLD);

  private enum Use {
    ENFORCED,
    TOLD
  }

  private final String service;
  private final String code;
  private final String title;
  private final int standard;
  private final Use use;

  Quota(String service, String code, String title, int standard, Use use) {
    this.service = service;
    this.code = code;
    this.title = title;
    this.standard = standard;
    this.use = use;
  }

  /** The service code of Service Quotas, such as {@code medialive}. */
  public String service() {
    return service;
  }

  /** Such as {@code L-D1AFAF75}. */
  public String code() {
    return code;
  }

  /** What AWS calls it, such as {@code Channels}. */
  public String title() {
    return title;
  }

  /** AWS's default value. */
  public int standard() {
    return standard;
  }

  /** Whether the service here refuses what exceeds it; the others can be read and set only. */
  public boolean isEnforced() {
    return use == Use.ENFORCED;
  }

  /** Those of one service, in the order above; empty for a service without any. */
  public static List<Quota> of(String service) {
    return Arrays.stream(values()).filter(quota -> quota.service.equals(service)).toList();
  }

  /** The quota of that service and code. */
  public static Optional<Quota> find(String service, String code) {
    return of(service).stream().filter(quota -> quota.code.equals(code)).findFirst();
  }
}
