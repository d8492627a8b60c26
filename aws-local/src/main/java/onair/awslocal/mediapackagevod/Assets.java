package onair.awslocal.mediapackagevod;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.life.Transition;
import onair.awslocal.mediapackagevod.AssetRow.IngestState;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import software.amazon.awssdk.services.mediapackagevod.model.AssetShallow;
import software.amazon.awssdk.services.mediapackagevod.model.CreateAssetRequest;
import software.amazon.awssdk.services.mediapackagevod.model.EgressEndpoint;

/** Assets: QUEUED, PROCESSING, then PLAYABLE or FAILED, on all endpoints of the group at once. */
final class Assets {

  private static final Transition QUEUED =
      new Transition(
          "mediapackagevod.asset.queued", Duration.ofMillis(200), Duration.ofSeconds(10));
  private static final Transition PROCESSING =
      new Transition(
          "mediapackagevod.asset.processing", Duration.ofMillis(500), Duration.ofMinutes(1));

  private final VodState state;
  private final Lifecycle life;
  private final Profile profile;
  private final Ingest ingest;
  private final VodEvents events;

  Assets(VodState state, Lifecycle life, Profile profile, Ingest ingest, VodEvents events) {
    this.state = state;
    this.life = life;
    this.profile = profile;
    this.ingest = ingest;
    this.events = events;
  }

  AssetRow create(CreateAssetRequest request) {
    Names.check(request.id());
    Tagging.checked(request.tags());
    if (Source.of(request.sourceArn()).isEmpty()) {
      throw Refusals.unprocessable("SourceArn must be the ARN of an object in Amazon S3");
    }
    if (!request.sourceRoleArn().startsWith("arn:")) {
      throw Refusals.unprocessable("SourceRoleArn must be the ARN of a role");
    }
    var scope = Scope.current();
    AssetRow made = state.exclusively(() -> insert(scope, request));
    events.started(made);
    schedule(made);
    return made;
  }

  private AssetRow insert(Scope scope, CreateAssetRequest request) {
    state.groups().get(scope, request.packagingGroupId());
    state.assets().requireFree(scope, request.id());
    state.requireRoom(
        scope, Quota.MEDIAPACKAGE_ASSETS, state.assetsOf(scope, request.packagingGroupId()).size());
    Instant now = life.now().truncatedTo(ChronoUnit.MILLIS);
    AssetShallow resource =
        Shapes.fill(AssetShallow.builder(), request)
            .arn(scope.arn("mediapackage-vod", "assets/" + request.id()))
            .createdAt(now.toString())
            .build();
    AssetRow row =
        new AssetRow(scope, resource, IngestState.QUEUED, now.plus(profile.of(QUEUED)), List.of());
    state.assets().put(row);
    return row;
  }

  void delete(String id) {
    var scope = Scope.current();
    state.exclusively(
        () -> {
          AssetRow row = state.assets().get(scope, id);
          state.assets().remove(row);
          return row;
        });
  }

  /** One for each configuration of the group. */
  List<EgressEndpoint> endpoints(AssetRow row) {
    return state.configurationsOf(row.scope(), row.group()).stream()
        .map(
            configuration ->
                EgressEndpoint.builder()
                    .packagingConfigurationId(configuration.id())
                    .status(row.state().name())
                    .url(urls(row, configuration).getFirst())
                    .build())
        .toList();
  }

  /** The group has one way more to play what it has. */
  void playableBy(ConfigurationRow configuration) {
    state.assetsOf(configuration.scope(), configuration.group()).stream()
        .filter(AssetRow::isPlayable)
        .forEach(asset -> events.playable(asset, configuration, urls(asset, configuration)));
  }

  /** Goes on where a former process ended. */
  void resume() {
    state.assets().all().forEach(this::schedule);
  }

  private void schedule(AssetRow row) {
    Instant due = row.due();
    if (due != null) {
      life.at(due, "ingest asset " + row.id(), () -> step(row));
    }
  }

  private void step(AssetRow row) {
    switch (row.state()) {
      case QUEUED ->
          replace(row, row.in(IngestState.PROCESSING, life.now().plus(profile.of(PROCESSING))))
              .ifPresent(this::schedule);
      case PROCESSING -> process(row);
      case PLAYABLE, FAILED -> {} // nothing is due
    }
  }

  private void process(AssetRow row) {
    Source source = Source.of(row.resource().sourceArn()).orElseThrow();
    switch (ingest.read(source)) {
      case Ingest.Result.Playable(List<String> files) ->
          replace(row, row.playable(files))
              .ifPresent(
                  asset -> {
                    events.complete(asset);
                    state
                        .configurationsOf(asset.scope(), asset.group())
                        .forEach(each -> events.playable(asset, each, urls(asset, each)));
                  });
      case Ingest.Result.Failed(String reason) ->
          replace(row, row.in(IngestState.FAILED, null))
              .ifPresent(asset -> events.failed(asset, reason));
    }
  }

  /** Empty when it was deleted meanwhile, or made anew; tags that changed stay. */
  private Optional<AssetRow> replace(AssetRow before, AssetRow after) {
    return state.exclusively(
        () -> {
          Optional<AssetRow> replaced =
              state
                  .assets()
                  .find(before.scope(), before.id())
                  .filter(now -> now.state() == before.state())
                  .filter(now -> now.createdAt().equals(before.createdAt()))
                  .map(now -> after.withTags(now.tags()));
          replaced.ifPresent(state.assets()::put);
          return replaced;
        });
  }

  private List<String> urls(AssetRow asset, ConfigurationRow configuration) {
    String host = state.groups().get(asset.scope(), asset.group()).resource().domainName();
    List<Packaging.Manifest> manifests = Packaging.of(configuration.resource()).manifests();
    return IntStream.range(0, manifests.size())
        .mapToObj(
            i ->
                "https://"
                    + host
                    + Addresses.folder(asset, configuration, i)
                    + manifests.get(i).file())
        .toList();
  }
}
