package onair.awslocal.mediaconvert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconvert.model.AccelerationStatus;
import software.amazon.awssdk.services.mediaconvert.model.BillingTagsSource;
import software.amazon.awssdk.services.mediaconvert.model.CreateJobRequest;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobSettings;
import software.amazon.awssdk.services.mediaconvert.model.JobStatus;
import software.amazon.awssdk.services.mediaconvert.model.JobTemplate;
import software.amazon.awssdk.services.mediaconvert.model.ListJobsRequest;
import software.amazon.awssdk.services.mediaconvert.model.Order;
import software.amazon.awssdk.services.mediaconvert.model.SearchJobsRequest;
import software.amazon.awssdk.services.mediaconvert.model.StatusUpdateInterval;
import software.amazon.awssdk.services.mediaconvert.model.Timing;

/**
 * Jobs as callers see them.
 *
 * <p>A repeated CreateJob with the same ClientRequestToken gives the first job for one minute, and
 * makes a second job after that. Source: MediaConvert API reference, CreateJob.
 */
final class Jobs {

  private static final Duration TOKEN_VALID = Duration.ofMinutes(1);
  private static final String ROLE = "arn:aws[a-zA-Z-]*:iam::\\d{12}:role/.+";
  private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int ID_TAIL = 6;

  private final MediaConvertState state;
  private final Queues queues;
  private final JobRuns runs;
  private final Lifecycle life;

  Jobs(MediaConvertState state, Queues queues, JobRuns runs, Lifecycle life) {
    this.state = state;
    this.queues = queues;
    this.runs = runs;
    this.life = life;
  }

  Job create(CreateJobRequest request) {
    Scope scope = Scope.current();
    Job job =
        state.exclusively(
            () ->
                repeated(scope, request.clientRequestToken())
                    .orElseGet(
                        () -> {
                          JobRow row = new JobRow(scope, checked(scope, request), request.tags());
                          state.jobs().insert(row);
                          return row;
                        })
                    .resource());
    runs.wake();
    return job;
  }

  private Optional<JobRow> repeated(Scope scope, @Nullable String token) {
    Instant oldest = life.now().minus(TOKEN_VALID);
    return state.jobs().in(scope).stream()
        .filter(row -> token != null && token.equals(row.resource().clientRequestToken()))
        .filter(row -> row.createdAt().isAfter(oldest))
        .findFirst();
  }

  private Job checked(Scope scope, CreateJobRequest request) {
    if (!request.role().matches(ROLE)) {
      throw Refusals.badRequest("Role must be the ARN of an IAM role");
    }
    JobTemplate template =
        request.jobTemplate() == null
            ? null
            : state.templates().get(scope, SettingsMerge.nameOf(request.jobTemplate())).resource();
    JobSettings settings = new SettingsMerge(state, scope).merge(template, request.settings());
    JobReader.read(settings);
    if (!request.hopDestinations().isEmpty()) {
      throw Refusals.badRequest("HopDestinations are not supported by the local MediaConvert");
    }
    String id = freshId(scope);
    Instant now = life.now();
    return Job.builder()
        .id(id)
        .arn(scope.arn("mediaconvert", "jobs/" + id))
        .status(JobStatus.SUBMITTED)
        .createdAt(now)
        .timing(Timing.builder().submitTime(now).build())
        .role(request.role())
        .settings(settings)
        .queue(queues.row(scope, queueOf(request, template)).resource().arn())
        .priority(priority(request, template))
        .jobTemplate(template == null ? null : template.name())
        .clientRequestToken(request.clientRequestToken())
        .userMetadata(request.userMetadata())
        .accelerationSettings(request.accelerationSettings())
        .accelerationStatus(AccelerationStatus.NOT_APPLICABLE)
        .billingTagsSource(
            request.billingTagsSource() == null
                ? BillingTagsSource.QUEUE
                : request.billingTagsSource())
        .statusUpdateInterval(interval(request, template))
        .retryCount(0)
        .build();
  }

  private static String queueOf(CreateJobRequest request, @Nullable JobTemplate template) {
    if (request.queue() != null) {
      return request.queue();
    }
    return template != null && template.queue() != null ? template.queue() : Queues.DEFAULT;
  }

  private static int priority(CreateJobRequest request, @Nullable JobTemplate template) {
    if (request.priority() != null) {
      return request.priority();
    }
    return template != null && template.priority() != null ? template.priority() : 0;
  }

  private static StatusUpdateInterval interval(
      CreateJobRequest request, @Nullable JobTemplate template) {
    if (request.statusUpdateInterval() != null) {
      return request.statusUpdateInterval();
    }
    return template != null && template.statusUpdateInterval() != null
        ? template.statusUpdateInterval()
        : StatusUpdateInterval.SECONDS_60;
  }

  private String freshId(Scope scope) {
    String id;
    do {
      var tail = new StringBuilder();
      for (int i = 0; i < ID_TAIL; i++) {
        tail.append(ID_LETTERS.charAt(ThreadLocalRandom.current().nextInt(ID_LETTERS.length())));
      }
      id = life.now().toEpochMilli() + "-" + tail;
    } while (state.jobs().find(scope, id).isPresent());
    return id;
  }

  Job get(String id) {
    return runs.shown(state.jobs().get(Scope.current(), id));
  }

  Page<Job> list(ListJobsRequest request) {
    return page(
        row -> inQueue(row, request.queue()) && has(row, request.status()),
        request.order(),
        request.maxResults(),
        request.nextToken());
  }

  Page<Job> search(SearchJobsRequest request) {
    return page(
        row ->
            inQueue(row, request.queue())
                && has(row, request.status())
                && reads(row, request.inputFile()),
        request.order(),
        request.maxResults(),
        request.nextToken());
  }

  private Page<Job> page(
      Predicate<JobRow> wanted,
      @Nullable Order order,
      @Nullable Integer maxResults,
      @Nullable String nextToken) {
    Page<JobRow> page =
        Rows.page(
            state.jobs().in(Scope.current()),
            wanted,
            order != Order.ASCENDING,
            maxResults,
            nextToken);
    return new Page<>(page.items().stream().map(runs::shown).toList(), page.nextToken());
  }

  private static boolean inQueue(JobRow row, @Nullable String queue) {
    return queue == null
        || SettingsMerge.nameOf(queue).equals(SettingsMerge.nameOf(row.resource().queue()));
  }

  private static boolean has(JobRow row, @Nullable JobStatus status) {
    return status == null || row.status() == status;
  }

  private static boolean reads(JobRow row, @Nullable String inputFile) {
    return inputFile == null
        || row.resource().settings().inputs().stream()
            .anyMatch(input -> input.fileInput() != null && input.fileInput().contains(inputFile));
  }

  /** 409 when it has ended. */
  void cancel(String id) {
    runs.cancel(state.jobs().get(Scope.current(), id));
  }
}
