package onair.ads.campaign;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import onair.ads.creative.CreativeStore;
import onair.common.id.Ids;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.springframework.transaction.support.TransactionOperations;

/** Makes, changes and removes campaigns. */
final class Campaigns {

  private final CampaignStore campaigns;
  private final CreativeStore creatives;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  Campaigns(
      CampaignStore campaigns,
      CreativeStore creatives,
      TransactionOperations transactions,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.creatives = creatives;
    this.transactions = transactions;
    this.clock = clock;
  }

  Campaign create(String organizationId, CampaignRequest request) {
    return inTransaction(
        now -> {
          Campaign.Terms terms = checked(organizationId, request.terms());
          var campaign =
              new Campaign(
                  Ids.next("cmp"),
                  organizationId,
                  1,
                  request.name(),
                  terms,
                  request.metadataOrNone(),
                  now,
                  now);
          campaigns.insert(campaign);
          return campaign;
        });
  }

  Campaign update(String organizationId, String id, IfMatch ifMatch, CampaignPatch patch) {
    return inTransaction(
        now -> {
          Campaign campaign = lock(organizationId, id);
          ifMatch.require(campaign.version());
          Campaign changed =
              campaign.with(
                  patch.name().or(campaign.name()),
                  checked(organizationId, patch.terms(campaign.terms())),
                  patch.metadata().or(campaign.metadata()),
                  now);
          campaigns.update(changed);
          return changed;
        });
  }

  void delete(String organizationId, String id, IfMatch ifMatch) {
    inTransaction(
        now -> {
          Campaign campaign = lock(organizationId, id);
          ifMatch.require(campaign.version());
          campaigns.delete(id);
          return campaign;
        });
  }

  private Campaign.Terms checked(String organizationId, Campaign.Terms terms) {
    CampaignProblems.require(terms, creatives.keep(organizationId, terms.creativeIds()));
    return terms;
  }

  private Campaign lock(String organizationId, String id) {
    return campaigns.lock(organizationId, id).orElseThrow(() -> CampaignProblems.notFound(id));
  }

  private Campaign inTransaction(Function<Instant, Campaign> command) {
    Campaign campaign = transactions.execute(status -> command.apply(Times.now(clock)));
    if (campaign == null) {
      throw new IllegalStateException("a command has a campaign");
    }
    return campaign;
  }
}
