package onair.vod.mediaconvert;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.vod.storage.VodBucket;
import onair.vod.transcode.ObservedJob;
import onair.vod.transcode.TranscodeSpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobStatus;
import software.amazon.awssdk.services.mediaconvert.model.MediaConvertException;
import software.amazon.awssdk.services.mediaconvert.model.Order;
import software.amazon.awssdk.services.mediaconvert.model.StatusUpdateInterval;

/**
 * Jobs. Each is paid for, so none may be sent twice: MediaConvert remembers a client request token
 * for one minute only, and after that a job is looked for by the tags it was given as its user
 * metadata, which listings show. A job cannot be deleted: a cancelled one counts as gone, and one
 * that has ended costs nothing more.
 */
final class MediaConvertJobs implements ExternalResource<TranscodeSpec, ObservedJob> {

  private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(1);

  private final MediaConvertClient client;
  private final VodBucket bucket;
  private final String roleArn;
  private final String queue;

  /**
   * @param roleArn IAM role MediaConvert acts under
   * @param queue its name
   */
  MediaConvertJobs(MediaConvertClient client, VodBucket bucket, String roleArn, String queue) {
    this.client = client;
    this.bucket = bucket;
    this.roleArn = roleArn;
    this.queue = queue;
  }

  @Override
  public String kind() {
    return "mediaconvert-job";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.Token(TOKEN_VALIDITY);
  }

  @Override
  public String summary(ObservedJob observed) {
    return observed.state().name();
  }

  @Override
  public Optional<Found<ObservedJob>> observe(String physicalId) {
    try {
      return found(client.getJob(request -> request.id(physicalId)).job());
    } catch (MediaConvertException failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  @Override
  public List<Found<ObservedJob>> find(Identity identity) {
    return client.listJobsPaginator(request -> request.order(Order.ASCENDING)).jobs().stream()
        .filter(job -> identity.owns(job.userMetadata()))
        .flatMap(job -> found(job).stream())
        .toList();
  }

  @Override
  public Found<ObservedJob> create(Identity identity, TranscodeSpec spec) {
    Job job =
        client
            .createJob(
                request ->
                    request
                        .clientRequestToken(identity.token())
                        .role(roleArn)
                        .queue(queue)
                        .settings(JobShapes.settings(bucket.name(), spec))
                        .statusUpdateInterval(StatusUpdateInterval.SECONDS_10)
                        .userMetadata(identity.tags())
                        .tags(identity.tags()))
            .job();
    return new Found<>(job.id(), observed(job), job.createdAt());
  }

  @Override
  public Deletion delete(Found<ObservedJob> found) {
    return switch (found.observed().state()) {
      case COMPLETE, ERROR -> new Deletion.Gone();
      case SUBMITTED, PROGRESSING -> cancel(found.physicalId());
    };
  }

  private Deletion cancel(String id) {
    client.cancelJob(request -> request.id(id));
    return new Deletion.Requested();
  }

  private static Optional<Found<ObservedJob>> found(Job job) {
    return job.status() == JobStatus.CANCELED
        ? Optional.empty()
        : Optional.of(new Found<>(job.id(), observed(job), job.createdAt()));
  }

  private static ObservedJob observed(Job job) {
    return new ObservedJob(
        state(job),
        lowerCase(job.currentPhaseAsString()),
        job.jobPercentComplete() == null ? 0 : job.jobPercentComplete(),
        Said.plain(job.errorMessage()));
  }

  /** A state newer than this code is looked at again rather than given up. */
  private static ObservedJob.State state(Job job) {
    return switch (job.status()) {
      case SUBMITTED -> ObservedJob.State.SUBMITTED;
      case COMPLETE -> ObservedJob.State.COMPLETE;
      case ERROR, CANCELED -> ObservedJob.State.ERROR;
      case PROGRESSING, UNKNOWN_TO_SDK_VERSION -> ObservedJob.State.PROGRESSING;
    };
  }

  private static @Nullable String lowerCase(@Nullable String word) {
    return word == null ? null : word.toLowerCase(Locale.ROOT);
  }
}
