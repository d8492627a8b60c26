package onair.vod.asset;

import java.time.Duration;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;

/**
 * What is still done about an asset that plays. It is a part of the asset's own runs, so that no
 * two work on its files at a time, and none once it is being removed.
 */
public interface ReadyWork {

  /**
   * Takes it on from where it stands; may be repeated, cut off or late.
   *
   * @param playlist what players of HLS begin with, a name below the asset's output prefix
   * @param duration of the asset
   * @return when to look again
   */
  Outcome attend(AssetId asset, String playlist, Duration duration, Lease lease);
}
