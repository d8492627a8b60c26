package onair.vod.asset;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import onair.common.id.Ids;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import onair.vod.harvest.Packaging;
import onair.vod.storage.Keys;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what is wanted of assets. Never talks to AWS: each command changes the row, tells the
 * event and wakes the reconciler, in the caller's transaction or one of its own.
 */
public final class AssetCommands {

  /** Reconciler that is responsible for an asset's upload while its source may still come. */
  public static final String UPLOAD_RECONCILER = "upload";

  private final AssetStore assets;
  private final AssetEvents events;
  private final Wakes wakes;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  AssetCommands(
      AssetStore assets,
      AssetEvents events,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.assets = assets;
    this.events = events;
    this.wakes = wakes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** An id for an asset that is not there yet. */
  public AssetId nextId() {
    return AssetId.next();
  }

  /**
   * A new asset that waits for a file. Call inside a transaction.
   *
   * @param sizeBytes of the file, as announced
   */
  public void expect(
      AssetId id, String organizationId, AssetRequest request, String uploadId, long sizeBytes) {
    var source =
        new Source.Uploaded(
            uploadId, Keys.source(id.value(), uploadId), sizeBytes, Source.Arrival.AWAITED);
    create(
        id,
        organizationId,
        request.name(),
        request.metadataOrNone(),
        request.wantsMp4(),
        source,
        AssetState.WAITING);
  }

  /**
   * A new asset out of a broadcast that has ended. Call inside a transaction.
   *
   * @param name for people
   * @return its id
   */
  public AssetId record(String organizationId, String name, Broadcast broadcast) {
    var source =
        new Source.Recorded(
            broadcast.channelId(),
            broadcast.sessionId(),
            broadcast.packaging(),
            broadcast.startedAt(),
            broadcast.endedAt());
    return harvest(organizationId, name, Map.of(), source);
  }

  /**
   * A new asset out of a stretch of a broadcast, which may still go on. Call inside a transaction.
   *
   * @param clipId {@code clp_…}
   * @param name for people
   * @return its id
   */
  public AssetId clip(
      String organizationId,
      String clipId,
      String name,
      Map<String, String> metadata,
      Broadcast stretch) {
    var source =
        new Source.Clipped(
            stretch.channelId(),
            stretch.sessionId(),
            clipId,
            stretch.packaging(),
            stretch.startedAt(),
            stretch.endedAt());
    return harvest(organizationId, name, metadata, source);
  }

  private AssetId harvest(
      String organizationId, String name, Map<String, String> metadata, Source.Harvested source) {
    AssetId id = AssetId.next();
    create(
        id,
        organizationId,
        name,
        metadata,
        false,
        source,
        AssetState.WAITING.processing("harvesting", null));
    wakes.wake(AssetReconciler.NAME, id.value());
    return id;
  }

  /**
   * A broadcast, or a stretch of one, to keep.
   *
   * @param startedAt first media
   * @param endedAt last media
   */
  public record Broadcast(
      String channelId,
      String sessionId,
      Packaging packaging,
      Instant startedAt,
      Instant endedAt) {}

  private void create(
      AssetId id,
      String organizationId,
      String name,
      Map<String, String> metadata,
      boolean mp4Download,
      Source source,
      AssetState state) {
    Instant now = Times.now(clock);
    var asset =
        new Asset(
            id,
            organizationId,
            Ids.next("pb"),
            1,
            name,
            metadata,
            mp4Download,
            source,
            state,
            now,
            now);
    assets.insert(asset);
    events.created(asset);
  }

  /** The file is there. Call inside a transaction. */
  public void arrived(String assetId) {
    settleSource(assetId, Source.Arrival.THERE, null);
  }

  /**
   * The file will not come, and nothing of it is left. Call inside a transaction.
   *
   * @param why a sentence for the user
   */
  public void willNotArrive(String assetId, String why) {
    settleSource(assetId, Source.Arrival.NEVER, why);
  }

  private void settleSource(String assetId, Source.Arrival arrival, @Nullable String why) {
    Optional<Asset> locked = assets.lock(new AssetId(assetId));
    if (locked.isEmpty()
        || !(locked.get().source() instanceof Source.Uploaded uploaded)
        || uploaded.arrival() != Source.Arrival.AWAITED) {
      return;
    }
    Asset asset = locked.get();
    AssetState state =
        asset.status() != AssetStatus.WAITING_FOR_UPLOAD
            ? asset.state()
            : why == null ? asset.state().probing() : asset.state().errored(why);
    Asset settled = asset.with(uploaded.arrived(arrival), state, Times.now(clock));
    assets.update(settled);
    events.moved(asset, settled);
    wakes.wake(AssetReconciler.NAME, assetId);
  }

  /** Whether the asset of an upload is still wanted. */
  public boolean wanted(String assetId) {
    return assets
        .find(new AssetId(assetId))
        .filter(asset -> asset.status() != AssetStatus.DELETED)
        .isPresent();
  }

  /**
   * An asset of that organization, whatever its status.
   *
   * @throws onair.common.problem.Problem 404 when there is none
   */
  public AssetId known(String organizationId, String id) {
    return AssetId.parse(id)
        .flatMap(assetId -> assets.find(organizationId, assetId))
        .map(Asset::id)
        .orElseThrow(() -> AssetProblems.notFound(id));
  }

  /**
   * An asset that plays, and does until the transaction ends. Call inside one.
   *
   * @throws onair.common.problem.Problem 404 when there is none, 409 when it is not ready
   */
  public AssetId holdReady(String organizationId, String id) {
    Asset asset = lock(organizationId, id);
    if (asset.status() != AssetStatus.READY) {
      throw AssetProblems.notReady(asset.status());
    }
    return asset.id();
  }

  /** There is something new for {@link ReadyWork}. Call inside a transaction. */
  public void attend(AssetId id) {
    wakes.wake(AssetReconciler.NAME, id.value());
  }

  /** Another name, other metadata. */
  Asset update(String organizationId, String id, IfMatch ifMatch, AssetPatch patch) {
    return inTransaction(
        now -> {
          Asset asset = lock(organizationId, id);
          ifMatch.require(asset.version());
          if (asset.status() == AssetStatus.DELETED) {
            throw AssetProblems.beingRemoved();
          }
          Asset changed =
              asset.described(
                  patch.name().or(asset.name()), patch.metadata().or(asset.metadata()), now);
          if (changed.version() != asset.version()) {
            assets.update(changed);
            events.updated(changed);
          }
          return changed;
        });
  }

  /** Wanted gone, from any status. Asked again, it changes nothing. */
  Asset delete(String organizationId, String id, IfMatch ifMatch) {
    return inTransaction(
        now -> {
          Asset asset = lock(organizationId, id);
          ifMatch.require(asset.version());
          if (asset.status() == AssetStatus.DELETED) {
            return asset;
          }
          Asset deleted = asset.with(asset.state().deleted(), now);
          assets.update(deleted);
          events.moved(asset, deleted);
          wakes.wake(AssetReconciler.NAME, deleted.id().value());
          if (deleted.source() instanceof Source.Uploaded uploaded && deleted.awaitsSource()) {
            wakes.wake(UPLOAD_RECONCILER, uploaded.uploadId());
          }
          return deleted;
        });
  }

  private Asset lock(String organizationId, String id) {
    return AssetId.parse(id)
        .flatMap(assetId -> assets.lock(organizationId, assetId))
        .orElseThrow(() -> AssetProblems.notFound(id));
  }

  private Asset inTransaction(Function<Instant, Asset> command) {
    Asset asset = transactions.execute(status -> command.apply(Times.now(clock)));
    if (asset == null) {
      throw new IllegalStateException("a command makes an asset");
    }
    return asset;
  }
}
