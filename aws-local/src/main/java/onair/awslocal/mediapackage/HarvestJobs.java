package onair.awslocal.mediapackage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onair.awslocal.harvest.ClipCopy;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.life.Transition;
import onair.awslocal.media.Clip;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ObjectStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackage.model.CreateHarvestJobRequest;
import software.amazon.awssdk.services.mediapackage.model.HarvestJob;
import software.amazon.awssdk.services.mediapackage.model.ListHarvestJobsRequest;
import software.amazon.awssdk.services.mediapackage.model.S3Destination;
import software.amazon.awssdk.services.mediapackage.model.Status;

/**
 * Harvest jobs: IN_PROGRESS until the asked part of an endpoint is in the bucket, or it is known
 * why not. What is missing only at that moment, such as a bucket or content, fails the job rather
 * than the call. Jobs cannot be changed or deleted.
 */
final class HarvestJobs {

  private static final Transition TURN =
      new Transition("mediapackage.harvest", Duration.ofMillis(300), Duration.ofSeconds(20));

  /** From the end of a segment until it can be read. */
  private static final Duration LATENCY = Duration.ofSeconds(4);

  private static final String SUFFIX = "\\.(m3u8|mpd)$";

  private final PackageState state;
  private final Lifecycle life;
  private final Profile profile;
  private final Quotas quotas;
  private final LiveOrigin origin;
  private final ObjectStore objects;
  private final HarvestEvents events;

  HarvestJobs(
      PackageState state,
      Lifecycle life,
      PackageSettings settings,
      LiveOrigin origin,
      ObjectStore objects,
      HarvestEvents events) {
    this.state = state;
    this.life = life;
    this.profile = settings.profile();
    this.quotas = new Quotas(settings.quotas());
    this.origin = origin;
    this.objects = objects;
    this.events = events;
  }

  HarvestRow create(CreateHarvestJobRequest request) {
    var scope = Scope.current();
    EndpointRules.id(request.id());
    HarvestTimes times = HarvestTimes.of(request.startTime(), request.endTime());
    HarvestRow row =
        state.exclusively(
            () -> {
              EndpointRow endpoint = state.endpoints().get(scope, request.originEndpointId());
              state.harvests().requireFree(scope, request.id());
              times.check(endpoint.resource(), life.now());
              EndpointSpec spec = spec(endpoint);
              quotas.oneMoreHarvest(
                  state.harvests().in(scope).stream().filter(HarvestRow::isInProgress).count());
              HarvestJob job =
                  Shapes.fill(HarvestJob.builder(), request)
                      .arn(scope.arn("mediapackage", "harvest_jobs/" + UUID.randomUUID()))
                      .channelId(endpoint.resource().channelId())
                      .createdAt(life.now().truncatedTo(ChronoUnit.MILLIS).toString())
                      .status(Status.IN_PROGRESS)
                      .build();
              var made = new HarvestRow(scope, job, due(times, spec));
              state.harvests().put(made);
              return made;
            });
    schedule(row);
    return row;
  }

  Page<HarvestRow> list(ListHarvestJobsRequest request) {
    return state
        .harvests()
        .page(
            Scope.current(),
            row ->
                matches(request.includeChannelId(), row.resource().channelId())
                    && matches(request.includeStatus(), row.resource().statusAsString()),
            request.maxResults(),
            request.nextToken());
  }

  /** What a former process had begun to write is written again. */
  void resume() {
    state.harvests().all().stream().filter(HarvestRow::isInProgress).forEach(this::schedule);
  }

  private static boolean matches(@Nullable String wanted, String value) {
    return wanted == null || wanted.equals(value);
  }

  private Instant due(HarvestTimes times, EndpointSpec spec) {
    Instant turn = life.now().plus(profile.of(TURN));
    Instant readable = times.end().plus(spec.segment()).plus(LATENCY);
    return turn.isAfter(readable) ? turn : readable;
  }

  private void schedule(HarvestRow row) {
    life.at(row.due(), "harvest job " + row.id(), () -> end(row, run(row)));
  }

  private void end(HarvestRow row, Optional<String> failure) {
    HarvestRow ended = row.ended(failure.isEmpty() ? Status.SUCCEEDED : Status.FAILED);
    state.harvests().put(ended);
    events.ended(ended.resource(), failure);
  }

  private Optional<String> run(HarvestRow row) {
    HarvestJob job = row.resource();
    S3Destination destination = job.s3Destination();
    Optional<EndpointRow> endpoint = endpoint(row);
    Optional<Bucket> bucket = objects.bucket(destination.bucketName());
    if (endpoint.isEmpty()) {
      return gone();
    }
    if (bucket.isEmpty()) {
      return Optional.of("There is no bucket " + destination.bucketName());
    }
    if (!(EndpointPlan.of(endpoint.get()) instanceof EndpointPlan.Packaged(var specs))
        || specs.getFirst().encrypted()) {
      return Optional.of("The origin endpoint is encrypted now");
    }
    EndpointSpec spec = specs.getFirst();
    HarvestTimes times = HarvestTimes.of(job.startTime(), job.endTime());
    String key = destination.manifestKey();
    String folder = key.substring(0, key.lastIndexOf('/') + 1);
    String name = key.substring(folder.length()).replaceFirst(SUFFIX, "");
    Optional<Clip> clip =
        origin.clip(
            endpoint.get().ingestTarget(),
            spec.name(),
            times.start(),
            times.end(),
            List.of(named(spec.manifests().getFirst(), name)));
    return clip.isEmpty()
        ? Optional.of("The endpoint has no content between StartTime and EndTime")
        : new ClipCopy(
                clip.get(),
                bucket.get(),
                file -> file.replaceFirst(SUFFIX, "").equals(name) ? key : folder + file)
            .run(() -> endpoint(row).isEmpty() ? gone() : Optional.empty());
  }

  private Optional<EndpointRow> endpoint(HarvestRow row) {
    return state.endpoints().find(row.scope(), row.resource().originEndpointId());
  }

  private static Optional<String> gone() {
    return Optional.of("The origin endpoint was deleted");
  }

  private static ManifestSpec named(ManifestSpec manifest, String name) {
    return new ManifestSpec(name, manifest.kind(), manifest.window(), manifest.markers());
  }

  /** Of an endpoint with several manifests, the first one's is harvested. */
  private static EndpointSpec spec(EndpointRow endpoint) {
    return switch (EndpointPlan.of(endpoint)) {
      case EndpointPlan.Packaged(var specs) when specs.getFirst().encrypted() ->
          throw Refusals.unprocessable("Encrypted endpoints are not harvested here");
      case EndpointPlan.Packaged(var specs) -> specs.getFirst();
      case EndpointPlan.StateOnly(String reason) -> throw Refusals.unprocessable(reason);
    };
  }
}
