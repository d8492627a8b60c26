package onair.vod.harvest;

import onair.common.reconcile.ExternalResource;

/** Harvest jobs in AWS, which are known only below the packaging they read. */
public interface Harvests {

  /** Kind of every harvest job in the reconcile tables. */
  String KIND = "mediapackage-harvest-job";

  /** The jobs of one packaging. */
  ExternalResource<HarvestSpec, ObservedHarvest> of(Packaging packaging);
}
