package onair.vod.asset;

import onair.common.reconcile.Wakes;

/**
 * Has an asset looked at now because AWS said that something about its work has changed. Call
 * inside a transaction.
 */
public final class AssetSignals {

  private final AssetStore assets;
  private final Wakes wakes;

  AssetSignals(AssetStore assets, Wakes wakes) {
    this.assets = assets;
    this.wakes = wakes;
  }

  /** An id that is no asset of ours is ignored. */
  public void changed(String assetId) {
    AssetId.parse(assetId)
        .flatMap(assets::lock)
        .ifPresent(asset -> wakes.wake(AssetReconciler.NAME, asset.id().value()));
  }
}
