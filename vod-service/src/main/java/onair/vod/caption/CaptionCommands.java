package onair.vod.caption;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import onair.vod.asset.AssetCommands;
import onair.vod.asset.AssetId;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what users want of captions; never talks to AWS. */
final class CaptionCommands {

  /** More than players can offer on one screen. */
  static final int LIMIT = 50;

  private final AssetCommands assets;
  private final CaptionStore captions;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  CaptionCommands(
      AssetCommands assets,
      CaptionStore captions,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.assets = assets;
    this.captions = captions;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A caption that players are offered soon. */
  Caption create(String organizationId, String assetId, CaptionRequest request) {
    return inTransaction(
        now -> {
          AssetId asset = assets.holdReady(organizationId, assetId);
          List<Caption> others =
              captions.of(asset).stream()
                  .filter(other -> other.status() != Caption.Status.DELETED)
                  .toList();
          if (others.stream().anyMatch(other -> other.name().equals(request.name()))) {
            throw CaptionProblems.nameTaken();
          }
          if (others.size() >= LIMIT) {
            throw CaptionProblems.limitReached(LIMIT);
          }
          var caption =
              new Caption(
                  Caption.nextId(),
                  organizationId,
                  asset.value(),
                  1,
                  request.name(),
                  request.usualLanguage(),
                  request.metadataOrNone(),
                  Caption.Status.PROCESSING,
                  null,
                  now,
                  now);
          captions.insert(caption, WebVtt.kept(request.webvtt()));
          assets.attend(asset);
          return caption;
        });
  }

  /** Wanted gone. Asked again, it changes nothing. */
  Caption delete(String organizationId, String assetId, String id, IfMatch ifMatch) {
    return inTransaction(
        now -> {
          AssetId asset = assets.holdReady(organizationId, assetId);
          Caption caption =
              captions
                  .find(organizationId, asset.value(), id)
                  .flatMap(found -> captions.lock(found.id()))
                  .orElseThrow(() -> CaptionProblems.notFound(id));
          ifMatch.require(caption.version());
          if (caption.status() == Caption.Status.DELETED) {
            return caption;
          }
          Caption deleted = caption.with(Caption.Status.DELETED, null, now);
          captions.update(deleted);
          assets.attend(asset);
          return deleted;
        });
  }

  private Caption inTransaction(Function<Instant, Caption> command) {
    return Objects.requireNonNull(transactions.execute(status -> command.apply(Times.now(clock))));
  }
}
