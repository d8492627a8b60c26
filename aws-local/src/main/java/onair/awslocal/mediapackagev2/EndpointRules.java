package onair.awslocal.mediapackagev2;

import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.CLIP_START_TIME_WITH_START_OR_END;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.CMAF_CONTAINER_TYPE_WITH_MSS_MANIFEST;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.CMAF_EXCLUDE_SEGMENT_DRM_METADATA_INCOMPATIBLE_CONTAINER_TYPE;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.DIRECT_MODE_WITH_TIMING_SOURCE;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.ENCRYPTION_METHOD_CONTAINER_TYPE_MISMATCH;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.END_TIME_EARLIER_THAN_START_TIME;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.INVALID_TIME_DELAY_SECONDS;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.ISM_CONTAINER_TYPE_WITH_DASH_MANIFEST;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.ISM_CONTAINER_TYPE_WITH_HLS_MANIFEST;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.ISM_CONTAINER_TYPE_WITH_LL_HLS_MANIFEST;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.ISM_CONTAINER_TYPE_WITH_SCTE;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.ISM_CONTAINER_WITH_KEY_ROTATION;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.MANIFEST_NAME_COLLISION;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.MEMBER_INVALID_ENUM_VALUE;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.NONE_MODE_WITH_TIMING_SOURCE;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.NUM_MANIFESTS_HIGH;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.NUM_MANIFESTS_LOW;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.ONLY_CMAF_INPUT_TYPE_ALLOW_FORCE_ENDPOINT_ERROR_CONFIGURATION;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.PERIOD_TRIGGERS_NONE_SPECIFIED_WITH_ADDITIONAL_VALUES;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.TIMING_SOURCE_MISSING;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.TS_CONTAINER_TYPE_WITH_DASH_MANIFEST;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.TS_CONTAINER_TYPE_WITH_MSS_MANIFEST;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.UPDATE_PERIOD_SMALLER_THAN_SEGMENT_DURATION;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.ContainerType;
import software.amazon.awssdk.services.mediapackagev2.model.CreateDashManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateLowLatencyHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateMssManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DashPeriodTrigger;
import software.amazon.awssdk.services.mediapackagev2.model.DashUtcTiming;
import software.amazon.awssdk.services.mediapackagev2.model.DashUtcTimingMode;
import software.amazon.awssdk.services.mediapackagev2.model.Encryption;
import software.amazon.awssdk.services.mediapackagev2.model.EncryptionMethod;
import software.amazon.awssdk.services.mediapackagev2.model.FilterConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.InputType;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

/**
 * The rules of an endpoint that no single member can be checked for; the first one broken is told,
 * as AWS does. Source: MediaPackage v2 API reference, ValidationException. Rules about keys, roles
 * and DVB are not covered.
 */
final class EndpointRules {

  private static final int MAX_MANIFESTS = 25;

  private final CreateOriginEndpointRequest endpoint;

  private EndpointRules(CreateOriginEndpointRequest endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * @param input what the channel takes
   */
  static void check(CreateOriginEndpointRequest endpoint, InputType input) {
    refuse(
        input != InputType.CMAF && endpoint.forceEndpointErrorConfiguration() != null,
        ONLY_CMAF_INPUT_TYPE_ALLOW_FORCE_ENDPOINT_ERROR_CONFIGURATION,
        "Only channels of input type CMAF take a force endpoint error configuration");
    var rules = new EndpointRules(endpoint);
    rules.containers();
    rules.manifests();
    rules.filters();
    rules.encryption();
    endpoint.dashManifests().forEach(rules::dash);
  }

  private void containers() {
    boolean hls = !endpoint.hlsManifests().isEmpty();
    boolean lowLatency = !endpoint.lowLatencyHlsManifests().isEmpty();
    boolean dash = !endpoint.dashManifests().isEmpty();
    boolean mss = !endpoint.mssManifests().isEmpty();
    boolean scte = endpoint.segment() != null && endpoint.segment().scte() != null;
    switch (endpoint.containerType()) {
      case TS -> {
        refuse(dash, TS_CONTAINER_TYPE_WITH_DASH_MANIFEST, "TS endpoints take no DASH manifest");
        refuse(mss, TS_CONTAINER_TYPE_WITH_MSS_MANIFEST, "TS endpoints take no MSS manifest");
      }
      case CMAF ->
          refuse(mss, CMAF_CONTAINER_TYPE_WITH_MSS_MANIFEST, "CMAF endpoints take no MSS manifest");
      case ISM -> {
        refuse(hls, ISM_CONTAINER_TYPE_WITH_HLS_MANIFEST, "ISM endpoints take no HLS manifest");
        refuse(
            lowLatency,
            ISM_CONTAINER_TYPE_WITH_LL_HLS_MANIFEST,
            "ISM endpoints take no low-latency HLS manifest");
        refuse(dash, ISM_CONTAINER_TYPE_WITH_DASH_MANIFEST, "ISM endpoints take no DASH manifest");
        refuse(scte, ISM_CONTAINER_TYPE_WITH_SCTE, "ISM endpoints take no SCTE settings");
      }
      case UNKNOWN_TO_SDK_VERSION ->
          throw Refusals.invalid(MEMBER_INVALID_ENUM_VALUE, "Unknown container type");
    }
  }

  private void manifests() {
    List<String> playlists =
        Stream.of(
                endpoint.hlsManifests().stream().map(CreateHlsManifestConfiguration::manifestName),
                endpoint.hlsManifests().stream()
                    .map(CreateHlsManifestConfiguration::childManifestName),
                endpoint.lowLatencyHlsManifests().stream()
                    .map(CreateLowLatencyHlsManifestConfiguration::manifestName),
                endpoint.lowLatencyHlsManifests().stream()
                    .map(CreateLowLatencyHlsManifestConfiguration::childManifestName))
            .flatMap(names -> names)
            .filter(Objects::nonNull)
            .toList();
    distinct(playlists);
    distinct(
        endpoint.dashManifests().stream()
            .map(CreateDashManifestConfiguration::manifestName)
            .toList());
    distinct(
        endpoint.mssManifests().stream()
            .map(CreateMssManifestConfiguration::manifestName)
            .toList());
    int manifests =
        endpoint.hlsManifests().size()
            + endpoint.lowLatencyHlsManifests().size()
            + endpoint.dashManifests().size()
            + endpoint.mssManifests().size();
    refuse(manifests == 0, NUM_MANIFESTS_LOW, "An endpoint needs at least one manifest");
    refuse(
        manifests > MAX_MANIFESTS,
        NUM_MANIFESTS_HIGH,
        "An endpoint has at most " + MAX_MANIFESTS + " manifests");
  }

  private static void distinct(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      refuse(!seen.add(name), MANIFEST_NAME_COLLISION, "Two manifests have the name " + name);
    }
  }

  private void filters() {
    Stream.of(
            endpoint.hlsManifests().stream()
                .map(CreateHlsManifestConfiguration::filterConfiguration),
            endpoint.lowLatencyHlsManifests().stream()
                .map(CreateLowLatencyHlsManifestConfiguration::filterConfiguration),
            endpoint.dashManifests().stream()
                .map(CreateDashManifestConfiguration::filterConfiguration),
            endpoint.mssManifests().stream()
                .map(CreateMssManifestConfiguration::filterConfiguration))
        .flatMap(filters -> filters)
        .filter(Objects::nonNull)
        .forEach(this::filter);
  }

  private void filter(FilterConfiguration filter) {
    refuse(
        filter.start() != null && filter.end() != null && !filter.end().isAfter(filter.start()),
        END_TIME_EARLIER_THAN_START_TIME,
        "The end of a filter must be after its start");
    refuse(
        filter.clipStartTime() != null && (filter.start() != null || filter.end() != null),
        CLIP_START_TIME_WITH_START_OR_END,
        "A clip start time cannot be combined with start or end");
    Integer startover = endpoint.startoverWindowSeconds();
    refuse(
        filter.timeDelaySeconds() != null
            && startover != null
            && filter.timeDelaySeconds() > startover,
        INVALID_TIME_DELAY_SECONDS,
        "The time delay must not exceed the startover window");
  }

  private void encryption() {
    Encryption encryption = endpoint.segment() == null ? null : endpoint.segment().encryption();
    EncryptionMethod method = encryption == null ? null : encryption.encryptionMethod();
    if (encryption == null || method == null) {
      return;
    }
    ContainerType container = endpoint.containerType();
    refuse(
        (method.tsEncryptionMethod() != null) != (container == ContainerType.TS)
            || (method.cmafEncryptionMethod() != null) != (container == ContainerType.CMAF)
            || (method.ismEncryptionMethod() != null) != (container == ContainerType.ISM),
        ENCRYPTION_METHOD_CONTAINER_TYPE_MISMATCH,
        "The encryption method does not fit the container type " + container);
    refuse(
        container == ContainerType.ISM && encryption.keyRotationIntervalSeconds() != null,
        ISM_CONTAINER_WITH_KEY_ROTATION,
        "ISM endpoints take no key rotation");
    refuse(
        container != ContainerType.CMAF
            && Boolean.TRUE.equals(encryption.cmafExcludeSegmentDrmMetadata()),
        CMAF_EXCLUDE_SEGMENT_DRM_METADATA_INCOMPATIBLE_CONTAINER_TYPE,
        "Only CMAF endpoints can leave DRM metadata out of segments");
  }

  private void dash(CreateDashManifestConfiguration manifest) {
    Integer segment =
        endpoint.segment() == null ? null : endpoint.segment().segmentDurationSeconds();
    refuse(
        manifest.minUpdatePeriodSeconds() != null
            && segment != null
            && manifest.minUpdatePeriodSeconds() < segment,
        UPDATE_PERIOD_SMALLER_THAN_SEGMENT_DURATION,
        "The minimum update period must not be shorter than a segment");
    List<DashPeriodTrigger> triggers = manifest.periodTriggers();
    refuse(
        triggers.contains(DashPeriodTrigger.NONE) && triggers.size() > 1,
        PERIOD_TRIGGERS_NONE_SPECIFIED_WITH_ADDITIONAL_VALUES,
        "The period trigger NONE cannot be combined with others");
    timing(manifest.utcTiming());
  }

  private static void timing(@Nullable DashUtcTiming timing) {
    if (timing == null) {
      return;
    }
    boolean source = timing.timingSource() != null;
    refuse(
        timing.timingMode() == null && source,
        NONE_MODE_WITH_TIMING_SOURCE,
        "A timing source needs a timing mode");
    refuse(
        timing.timingMode() == DashUtcTimingMode.UTC_DIRECT && source,
        DIRECT_MODE_WITH_TIMING_SOURCE,
        "The timing mode UTC_DIRECT takes no timing source");
    refuse(
        timing.timingMode() != null
            && timing.timingMode() != DashUtcTimingMode.UTC_DIRECT
            && !source,
        TIMING_SOURCE_MISSING,
        "The timing mode " + timing.timingModeAsString() + " needs a timing source");
  }

  private static void refuse(boolean broken, ValidationExceptionType type, String message) {
    if (broken) {
      throw Refusals.invalid(type, message);
    }
  }
}
