package onair.awslocal.mediapackagev2;

import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.END_TIME_EARLIER_THAN_START_TIME;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.HARVESTED_MANIFEST_HAS_START_END_FILTER_CONFIGURATION;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.HARVESTED_MANIFEST_NOT_FOUND_ON_ENDPOINT;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.HARVEST_JOB_S3_DESTINATION_MISSING_OR_INCOMPLETE;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.HARVEST_JOB_UNABLE_TO_WRITE_TO_S3_DESTINATION;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.INVALID_HARVEST_JOB_DURATION;
import static software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType.NUM_MANIFESTS_LOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.ManifestSpec.Kind;
import onair.awslocal.store.ObjectStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.FilterConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.GetDashManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.GetHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.GetLowLatencyHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.HarvestedManifests;
import software.amazon.awssdk.services.mediapackagev2.model.HarvesterScheduleConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.S3DestinationConfig;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

/**
 * The rules of a harvest job. Source: MediaPackage v2 API reference, CreateHarvestJob, and user
 * guide, "Live to VOD"; that the bucket's policy lets MediaPackage write is not checked here.
 */
final class HarvestRules {

  private static final Duration LONGEST = Duration.ofHours(24);

  private HarvestRules() {}

  static void times(
      HarvesterScheduleConfiguration schedule, GetOriginEndpointResponse endpoint, Instant now) {
    Instant start = schedule.startTime();
    Duration length = Duration.between(start, schedule.endTime());
    refuse(
        length.isNegative() || length.isZero(),
        END_TIME_EARLIER_THAN_START_TIME,
        "The end of a harvest job must be after its start");
    refuse(
        length.compareTo(LONGEST) > 0,
        INVALID_HARVEST_JOB_DURATION,
        "A harvest job covers at most 24 hours");
    refuse(
        start.isBefore(now.minusSeconds(endpoint.startoverWindowSeconds())),
        INVALID_HARVEST_JOB_DURATION,
        "The start of a harvest job must be within the endpoint's startover window of "
            + endpoint.startoverWindowSeconds()
            + " seconds");
  }

  static void destination(@Nullable S3DestinationConfig destination, ObjectStore objects) {
    if (destination == null || destination.destinationPath().isBlank()) {
      throw Refusals.invalid(
          HARVEST_JOB_S3_DESTINATION_MISSING_OR_INCOMPLETE,
          "A harvest job needs a bucket and a path in it");
    }
    refuse(
        objects.bucket(destination.bucketName()).isEmpty(),
        HARVEST_JOB_UNABLE_TO_WRITE_TO_S3_DESTINATION,
        "There is no bucket " + destination.bucketName());
  }

  /** The endpoint's manifests of these names. */
  static List<ManifestSpec> manifests(
      HarvestedManifests wanted, GetOriginEndpointResponse endpoint) {
    List<ManifestSpec> offered =
        switch (EndpointPlan.of(endpoint)) {
          case EndpointPlan.Packaged(var spec) when spec.encrypted() ->
              throw Refusals.invalid(
                  HARVESTED_MANIFEST_NOT_FOUND_ON_ENDPOINT,
                  "Encrypted endpoints are not harvested here");
          case EndpointPlan.Packaged(var spec) -> spec.manifests();
          case EndpointPlan.StateOnly(String reason) ->
              throw Refusals.invalid(HARVESTED_MANIFEST_NOT_FOUND_ON_ENDPOINT, reason);
        };
    List<ManifestSpec> manifests =
        Stream.of(
                wanted.hlsManifests().stream().map(m -> find(offered, Kind.HLS, m.manifestName())),
                wanted.lowLatencyHlsManifests().stream()
                    .map(m -> find(offered, Kind.LL_HLS, m.manifestName())),
                wanted.dashManifests().stream()
                    .map(m -> find(offered, Kind.DASH, m.manifestName())))
            .flatMap(specs -> specs)
            .toList();
    refuse(manifests.isEmpty(), NUM_MANIFESTS_LOW, "A harvest job needs at least one manifest");
    unfiltered(endpoint, manifests);
    return manifests;
  }

  private static ManifestSpec find(List<ManifestSpec> offered, Kind kind, String name) {
    return offered.stream()
        .filter(manifest -> manifest.kind() == kind && manifest.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refusals.invalid(
                    HARVESTED_MANIFEST_NOT_FOUND_ON_ENDPOINT,
                    "The endpoint has no " + kind + " manifest " + name));
  }

  private static void unfiltered(GetOriginEndpointResponse endpoint, List<ManifestSpec> manifests) {
    List<String> names = manifests.stream().map(ManifestSpec::name).toList();
    boolean filtered =
        Stream.of(
                endpoint.hlsManifests().stream()
                    .filter(m -> names.contains(m.manifestName()))
                    .map(GetHlsManifestConfiguration::filterConfiguration),
                endpoint.lowLatencyHlsManifests().stream()
                    .filter(m -> names.contains(m.manifestName()))
                    .map(GetLowLatencyHlsManifestConfiguration::filterConfiguration),
                endpoint.dashManifests().stream()
                    .filter(m -> names.contains(m.manifestName()))
                    .map(GetDashManifestConfiguration::filterConfiguration))
            .flatMap(filters -> filters)
            .filter(Objects::nonNull)
            .anyMatch(HarvestRules::hasTimes);
    refuse(
        filtered,
        HARVESTED_MANIFEST_HAS_START_END_FILTER_CONFIGURATION,
        "A manifest with a start or an end of its own cannot be harvested");
  }

  private static boolean hasTimes(FilterConfiguration filter) {
    return filter.start() != null || filter.end() != null || filter.clipStartTime() != null;
  }

  private static void refuse(boolean broken, ValidationExceptionType type, String message) {
    if (broken) {
      throw Refusals.invalid(type, message);
    }
  }
}
