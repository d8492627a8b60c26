package onair.awslocal.mediapackagev2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import onair.awslocal.media.Clip;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectMeta;
import onair.awslocal.store.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.mediapackagev2.model.GetHarvestJobResponse;
import software.amazon.awssdk.services.mediapackagev2.model.S3DestinationConfig;

/** Copies part of an endpoint into a bucket, all of it or nothing. */
final class Harvest {

  private static final Logger LOG = LoggerFactory.getLogger(Harvest.class);
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
        : copy(row, clip.get(), bucket.get(), folder(destination), wanted);
  }

  private static String folder(S3DestinationConfig destination) {
    return destination.destinationPath().replaceAll("^/+|/+$", "") + "/";
  }

  private Optional<String> copy(
      HarvestRow row, Clip clip, Bucket bucket, String folder, BooleanSupplier wanted) {
    List<String> written = new ArrayList<>();
    Optional<String> failure;
    try {
      failure = copy(row, clip, bucket, folder, wanted, written);
    } catch (NoSuchFileException e) {
      failure = Optional.of("The content has left the endpoint's startover window");
    } catch (IOException | RuntimeException e) {
      LOG.warn("Harvest job {}", row.path(), e);
      failure = Optional.of("The content could not be written to " + bucket.name());
    }
    if (failure.isPresent()) {
      written.forEach(bucket::delete);
    }
    return failure;
  }

  private Optional<String> copy(
      HarvestRow row,
      Clip clip,
      Bucket bucket,
      String folder,
      BooleanSupplier wanted,
      List<String> written)
      throws IOException {
    for (Clip.File file : clip.files()) {
      if (!wanted.getAsBoolean()) {
        return Optional.of("The harvest job was cancelled");
      }
      if (state.endpoints().find(row.scope(), row.endpointPath()).isEmpty()) {
        return Optional.of(ENDPOINT_GONE);
      }
      String key = folder + file.name();
      bucket.put(
          key, new ByteArrayInputStream(file.content().read()), ObjectMeta.of(file.contentType()));
      written.add(key);
    }
    return Optional.empty();
  }
}
