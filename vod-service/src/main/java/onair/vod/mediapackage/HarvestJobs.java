package onair.vod.mediapackage;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.vod.harvest.HarvestSpec;
import onair.vod.harvest.Harvests;
import onair.vod.harvest.ObservedHarvest;
import onair.vod.harvest.Packaging;
import onair.vod.storage.VodBucket;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.GetHarvestJobResponse;
import software.amazon.awssdk.services.mediapackagev2.model.HarvestJob;
import software.amazon.awssdk.services.mediapackagev2.model.HarvestJobStatus;
import software.amazon.awssdk.services.mediapackagev2.model.HarvestedDashManifest;
import software.amazon.awssdk.services.mediapackagev2.model.HarvestedHlsManifest;
import software.amazon.awssdk.services.mediapackagev2.model.MediaPackageV2Exception;

/**
 * Harvest jobs of one packaging. A job is known by its name, asset and generation, and cannot be
 * deleted: a cancelled one counts as gone, and so does everything once the packaging is.
 */
final class HarvestJobs implements ExternalResource<HarvestSpec, ObservedHarvest> {

  /** As channel-service calls the manifests of every endpoint. */
  private static final String MANIFEST = "index";

  private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(10);

  private final MediaPackageV2Client client;
  private final VodBucket bucket;
  private final Packaging packaging;

  HarvestJobs(MediaPackageV2Client client, VodBucket bucket, Packaging packaging) {
    this.client = client;
    this.bucket = bucket;
    this.packaging = packaging;
  }

  /** The asset a job's name is for. */
  static String assetOf(String jobName) {
    int dash = jobName.lastIndexOf('-');
    return dash < 0 ? jobName : jobName.substring(0, dash);
  }

  @Override
  public String kind() {
    return Harvests.KIND;
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.Token(TOKEN_VALIDITY);
  }

  @Override
  public String summary(ObservedHarvest observed) {
    return observed.state().name();
  }

  @Override
  public Optional<Found<ObservedHarvest>> observe(String physicalId) {
    return get(physicalId)
        .flatMap(
            job ->
                state(job.status())
                    .map(
                        state ->
                            new Found<>(
                                physicalId,
                                new ObservedHarvest(state, job.errorMessage()),
                                job.createdAt())));
  }

  @Override
  public List<Found<ObservedHarvest>> find(Identity identity) {
    try {
      return client
          .listHarvestJobsPaginator(
              request ->
                  request
                      .channelGroupName(packaging.group())
                      .channelName(packaging.channel())
                      .originEndpointName(packaging.endpoint()))
          .items()
          .stream()
          .filter(job -> assetOf(job.harvestJobName()).equals(identity.name()))
          .sorted(Comparator.comparing(HarvestJob::createdAt))
          .flatMap(job -> observe(job.harvestJobName()).stream())
          .toList();
    } catch (MediaPackageV2Exception failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return List.of();
      }
      throw failure;
    }
  }

  @Override
  public Found<ObservedHarvest> create(Identity identity, HarvestSpec spec) {
    String prefix = spec.outputPrefix();
    var made =
        client.createHarvestJob(
            request ->
                request
                    .channelGroupName(packaging.group())
                    .channelName(packaging.channel())
                    .originEndpointName(packaging.endpoint())
                    .harvestJobName(identity.name() + "-" + identity.generation())
                    .clientToken(identity.token())
                    .harvestedManifests(
                        manifests ->
                            manifests
                                .hlsManifests(
                                    HarvestedHlsManifest.builder().manifestName(MANIFEST).build())
                                .dashManifests(
                                    HarvestedDashManifest.builder().manifestName(MANIFEST).build()))
                    .scheduleConfiguration(
                        schedule -> schedule.startTime(spec.startedAt()).endTime(spec.endedAt()))
                    .destination(
                        to ->
                            to.s3Destination(
                                s3 ->
                                    s3.bucketName(bucket.name())
                                        .destinationPath(prefix.substring(0, prefix.length() - 1))))
                    .tags(identity.tags()));
    return new Found<>(
        made.harvestJobName(),
        new ObservedHarvest(
            state(made.status()).orElse(ObservedHarvest.State.QUEUED), made.errorMessage()),
        made.createdAt());
  }

  @Override
  public Deletion delete(Found<ObservedHarvest> found) {
    return switch (found.observed().state()) {
      case COMPLETED, FAILED -> new Deletion.Gone();
      case QUEUED, IN_PROGRESS -> cancel(found.physicalId());
    };
  }

  private Deletion cancel(String name) {
    client.cancelHarvestJob(
        request ->
            request
                .channelGroupName(packaging.group())
                .channelName(packaging.channel())
                .originEndpointName(packaging.endpoint())
                .harvestJobName(name)
                .eTag(get(name).map(GetHarvestJobResponse::eTag).orElse(null)));
    return new Deletion.Requested();
  }

  private Optional<GetHarvestJobResponse> get(String name) {
    try {
      return Optional.of(
          client.getHarvestJob(
              request ->
                  request
                      .channelGroupName(packaging.group())
                      .channelName(packaging.channel())
                      .originEndpointName(packaging.endpoint())
                      .harvestJobName(name)));
    } catch (MediaPackageV2Exception failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** Empty when it was cancelled; a state newer than this code is looked at again. */
  private static Optional<ObservedHarvest.State> state(@Nullable HarvestJobStatus status) {
    return switch (status) {
      case QUEUED -> Optional.of(ObservedHarvest.State.QUEUED);
      case COMPLETED -> Optional.of(ObservedHarvest.State.COMPLETED);
      case FAILED -> Optional.of(ObservedHarvest.State.FAILED);
      case CANCELLED -> Optional.empty();
      case IN_PROGRESS, UNKNOWN_TO_SDK_VERSION -> Optional.of(ObservedHarvest.State.IN_PROGRESS);
      case null -> Optional.of(ObservedHarvest.State.IN_PROGRESS);
    };
  }
}
