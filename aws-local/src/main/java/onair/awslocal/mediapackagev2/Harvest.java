package onair.awslocal.mediapackagev2;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import onair.awslocal.harvest.ClipCopy;
import onair.awslocal.media.Clip;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectStore;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.mediapackagev2.model.GetHarvestJobResponse;
import software.amazon.awssdk.services.mediapackagev2.model.S3DestinationConfig;

/** Copies part of an endpoint into a bucket, all of it or nothing. */
final class Harvest {

  private static final String ENDPOINT_GONE = "The origin endpoint was deleted";

  private final PackageState state;
  private final LiveOrigin origin;
  private final ObjectStore objects;

  Harvest(PackageState state, LiveOrigin origin, ObjectStore objects) {
    this.state = state;
    this.origin = origin;
    this.objects = objects;
  }

  /**
   * Returns when everything is written, or why not.
   *
   * @param wanted asked before each file; false ends it
   */
  Optional<String> run(HarvestRow row, BooleanSupplier wanted) {
    GetHarvestJobResponse job = row.resource();
    Optional<EndpointRow> endpoint = state.endpoints().find(row.scope(), row.endpointPath());
    S3DestinationConfig destination = job.destination().s3Destination();
    Optional<Bucket> bucket = objects.bucket(destination.bucketName());
    if (endpoint.isEmpty()) {
      return Optional.of(ENDPOINT_GONE);
    }
    if (bucket.isEmpty()) {
      return Optional.of("There is no bucket " + destination.bucketName());
    }
    List<ManifestSpec> manifests;
    try {
      manifests = HarvestRules.manifests(job.harvestedManifests(), endpoint.get().resource());
    } catch (SdkException e) {
      return Optional.of(String.valueOf(e.getMessage())); // the endpoint was changed meanwhile
    }
    Optional<Clip> clip =
        origin.clip(
            row.ingestTarget(),
            job.originEndpointName(),
            job.scheduleConfiguration().startTime(),
            job.scheduleConfiguration().endTime(),
            manifests);
    return clip.isEmpty()
        ? Optional.of("The endpoint has no content between the start and the end of the harvest")
        : new ClipCopy(clip.get(), bucket.get(), file -> folder(destination) + file)
            .run(() -> objection(row, wanted));
  }

  private static String folder(S3DestinationConfig destination) {
    return destination.destinationPath().replaceAll("^/+|/+$", "") + "/";
  }

  private Optional<String> objection(HarvestRow row, BooleanSupplier wanted) {
    if (!wanted.getAsBoolean()) {
      return Optional.of("The harvest job was cancelled");
    }
    return state.endpoints().find(row.scope(), row.endpointPath()).isEmpty()
        ? Optional.of(ENDPOINT_GONE)
        : Optional.empty();
  }
}
