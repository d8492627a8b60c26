package onair.ads.creative;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import onair.ads.content.Asset;
import onair.ads.content.ContentStore;
import onair.common.id.Ids;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.springframework.transaction.support.TransactionOperations;

/** Makes, changes and removes creatives. */
final class Creatives {

  private final CreativeStore creatives;
  private final ContentStore content;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  Creatives(
      CreativeStore creatives,
      ContentStore content,
      TransactionOperations transactions,
      InstantSource clock) {
    this.creatives = creatives;
    this.content = content;
    this.transactions = transactions;
    this.clock = clock;
  }

  Creative create(String organizationId, CreativeRequest request) {
    return inTransaction(
        now -> {
          Asset asset = advertisement(organizationId, request.assetId());
          var creative =
              new Creative(
                  Ids.next("crv"),
                  organizationId,
                  1,
                  request.name(),
                  asset.id(),
                  request.clickThroughUrl(),
                  request.metadataOrNone(),
                  asset.film(),
                  now,
                  now);
          creatives.insert(creative);
          return creative;
        });
  }

  private Asset advertisement(String organizationId, String assetId) {
    Asset asset =
        content.asset(organizationId, assetId).orElseThrow(CreativeProblems::assetUnknown);
    if (asset.isAdvertisement()) {
      return asset;
    }
    throw asset.ready() ? CreativeProblems.assetWithoutFile() : CreativeProblems.assetNotReady();
  }

  Creative update(String organizationId, String id, IfMatch ifMatch, CreativePatch patch) {
    return inTransaction(
        now -> {
          Creative creative = lock(organizationId, id);
          ifMatch.require(creative.version());
          Creative changed =
              creative.with(
                  patch.name().or(creative.name()),
                  patch.clickThroughUrl().orNull(creative.clickThroughUrl()),
                  patch.metadata().or(creative.metadata()),
                  now);
          creatives.update(changed);
          return changed;
        });
  }

  void delete(String organizationId, String id, IfMatch ifMatch) {
    inTransaction(
        now -> {
          Creative creative = lock(organizationId, id);
          ifMatch.require(creative.version());
          List<String> campaigns = creatives.campaignsWith(organizationId, id);
          if (!campaigns.isEmpty()) {
            throw CreativeProblems.inUse(id, campaigns);
          }
          creatives.delete(id);
          return creative;
        });
  }

  private Creative lock(String organizationId, String id) {
    return creatives.lock(organizationId, id).orElseThrow(() -> CreativeProblems.notFound(id));
  }

  private Creative inTransaction(Function<Instant, Creative> command) {
    Creative creative = transactions.execute(status -> command.apply(Times.now(clock)));
    if (creative == null) {
      throw new IllegalStateException("a command has a creative");
    }
    return creative;
  }
}
