package onair.awslocal.mediapackagev2;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.life.Transition;
import onair.awslocal.resource.Fingerprint;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import onair.awslocal.store.ObjectStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.CancelHarvestJobRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateHarvestJobRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetHarvestJobResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.HarvestJobStatus;
import software.amazon.awssdk.services.mediapackagev2.model.ListHarvestJobsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

/** Harvest jobs and their way from QUEUED to their end; {@link Harvest} does the work of one. */
final class HarvestJobs {

  private static final Transition TURN =
      new Transition(
          "mediapackagev2.harvest.queued", Duration.ofMillis(300), Duration.ofSeconds(20));

  /** From the end of a segment until it can be read. */
  private static final Duration LATENCY = Duration.ofSeconds(4);

  private final PackageState state;
  private final Lifecycle life;
  private final Profile profile;
  private final Quotas quotas;
  private final ObjectStore objects;
  private final HarvestEvents events;
  private final Harvest harvest;

  HarvestJobs(
      PackageState state,
      Lifecycle life,
      MediaPackageSettings settings,
      ObjectStore objects,
      HarvestEvents events,
      Harvest harvest) {
    this.state = state;
    this.life = life;
    this.profile = settings.profile();
    this.quotas = new Quotas(settings.quotas());
    this.objects = objects;
    this.events = events;
    this.harvest = harvest;
  }

  HarvestRow create(CreateHarvestJobRequest request) {
    var scope = Scope.current();
    String fingerprint = Fingerprint.of(request, "ClientToken");
    Tagging.check(request.tags());
    return state.exclusively(
        () -> {
          EndpointRow endpoint = endpoint(scope, request);
          String name =
              request.harvestJobName() == null
                  ? UUID.randomUUID().toString()
                  : request.harvestJobName();
          Optional<HarvestRow> earlier =
              state
                  .harvests()
                  .repeated(
                      scope, endpoint.path() + "/" + name, request.clientToken(), fingerprint);
          if (earlier.isPresent()) {
            return earlier.get();
          }
          check(request, endpoint.resource());
          String group = request.channelGroupName();
          quotas.oneMoreHarvest(
              state.harvests().below(scope, group).stream().filter(HarvestRow::isActive).count());
          GetHarvestJobResponse job = job(request, endpoint, name);
          var row =
              new HarvestRow(
                  scope, job, request.clientToken(), fingerprint, due(job, endpoint.resource()));
          state.harvests().put(row);
          schedule(row);
          return row;
        });
  }

  /** Only a job that has not ended can be cancelled. */
  void cancel(CancelHarvestJobRequest request) {
    String path =
        String.join(
            "/",
            request.channelGroupName(),
            request.channelName(),
            request.originEndpointName(),
            request.harvestJobName());
    HarvestRow row = state.harvests().get(Scope.current(), path);
    PackageState.requireETag(request.eTag(), row.resource().eTag());
    if (!end(row, HarvestJobStatus.CANCELLED, null)) {
      throw Refusals.invalid(
          ValidationExceptionType.HARVEST_JOB_INELIGIBLE_FOR_CANCELLATION,
          "The harvest job has ended already");
    }
  }

  /** Of a group, or a channel or an endpoint in it; oldest first. */
  Page<HarvestRow> list(ListHarvestJobsRequest request) {
    var scope = Scope.current();
    String group = state.groups().get(scope, request.channelGroupName()).path();
    List<HarvestRow> jobs =
        state.harvests().below(scope, group).stream()
            .filter(row -> matches(request.channelName(), row.resource().channelName()))
            .filter(
                row -> matches(request.originEndpointName(), row.resource().originEndpointName()))
            .filter(row -> matches(request.statusAsString(), row.resource().statusAsString()))
            .toList();
    return state.harvests().page(jobs, request.maxResults(), request.nextToken());
  }

  private static boolean matches(@Nullable String wanted, String value) {
    return wanted == null || wanted.equals(value);
  }

  /** Goes on where a former process ended; what that had begun to write is not known any more. */
  void resume() {
    for (HarvestRow row : state.harvests().all()) {
      switch (row.resource().status()) {
        case QUEUED -> schedule(row);
        case IN_PROGRESS ->
            end(row, HarvestJobStatus.FAILED, "The harvest was interrupted by a restart");
        default -> {}
      }
    }
  }

  private EndpointRow endpoint(Scope scope, CreateHarvestJobRequest request) {
    String group = state.groups().get(scope, request.channelGroupName()).path();
    String channel = state.channels().get(scope, group + "/" + request.channelName()).path();
    return state.endpoints().get(scope, channel + "/" + request.originEndpointName());
  }

  private void check(CreateHarvestJobRequest request, GetOriginEndpointResponse endpoint) {
    HarvestRules.times(request.scheduleConfiguration(), endpoint, life.now());
    HarvestRules.destination(request.destination().s3Destination(), objects);
    HarvestRules.manifests(request.harvestedManifests(), endpoint);
  }

  private GetHarvestJobResponse job(
      CreateHarvestJobRequest request, EndpointRow endpoint, String name) {
    Stamp stamp = Stamp.of(life.now());
    return Shapes.fill(GetHarvestJobResponse.builder(), request)
        .harvestJobName(name)
        .arn(endpoint.arn() + "/harvestJob/" + name)
        .status(HarvestJobStatus.QUEUED)
        .createdAt(stamp.modifiedAt())
        .modifiedAt(stamp.modifiedAt())
        .eTag(stamp.eTag())
        .build();
  }

  /** Not before the segment with the last moment can be read. */
  private Instant due(GetHarvestJobResponse job, GetOriginEndpointResponse endpoint) {
    Instant turn = life.now().plus(profile.of(TURN));
    Instant readable =
        job.scheduleConfiguration()
            .endTime()
            .plusSeconds(endpoint.segment().segmentDurationSeconds())
            .plus(LATENCY);
    return turn.isAfter(readable) ? turn : readable;
  }

  private void schedule(HarvestRow row) {
    life.at(row.due(), "harvest job " + row.path(), () -> begin(row));
  }

  private void begin(HarvestRow row) {
    if (change(row, HarvestJobStatus.QUEUED, HarvestJobStatus.IN_PROGRESS, null)) {
      Optional<String> failure = harvest.run(row, () -> isWanted(row));
      end(
          row,
          failure.isEmpty() ? HarvestJobStatus.COMPLETED : HarvestJobStatus.FAILED,
          failure.orElse(null));
    }
  }

  private boolean isWanted(HarvestRow row) {
    return state
        .harvests()
        .find(row.scope(), row.path())
        .filter(now -> now.resource().status() == HarvestJobStatus.IN_PROGRESS)
        .isPresent();
  }

  /** Says false when it has ended already. */
  private boolean end(HarvestRow row, HarvestJobStatus status, @Nullable String reason) {
    return change(row, HarvestJobStatus.IN_PROGRESS, status, reason)
        || (status == HarvestJobStatus.CANCELLED
            && change(row, HarvestJobStatus.QUEUED, status, reason));
  }

  private boolean change(
      HarvestRow row, HarvestJobStatus from, HarvestJobStatus to, @Nullable String reason) {
    return state.exclusively(
        () -> {
          Optional<HarvestRow> now =
              state
                  .harvests()
                  .find(row.scope(), row.path())
                  .filter(known -> known.resource().status() == from);
          now.ifPresent(known -> keep(known, to, reason));
          return now.isPresent();
        });
  }

  private void keep(HarvestRow row, HarvestJobStatus status, @Nullable String reason) {
    Stamp stamp = Stamp.of(life.now());
    GetHarvestJobResponse job =
        row.resource().toBuilder()
            .status(status)
            .errorMessage(reason)
            .modifiedAt(stamp.modifiedAt())
            .eTag(stamp.eTag())
            .build();
    HarvestRow changed = row.with(job);
    state.harvests().put(changed);
    if (!changed.isActive()) {
      events.ended(job);
    }
  }
}
