package onair.vod.asset;

import java.time.Duration;
import onair.common.reconcile.Outcome;

/**
 * What a run found of an asset.
 *
 * @param state where it stands now
 * @param outcome when to look again
 * @param gone nothing of it is left
 */
record Look(AssetState state, Outcome outcome, boolean gone) {

  /** Nothing will change any more unless somebody asks for it. */
  static final Outcome AT_REST = new Outcome.Settled(Duration.ofDays(30));

  static Look again(AssetState state, String why, Duration after) {
    return new Look(state, new Outcome.Waiting(why, after), false);
  }

  /** There is more to do at once. */
  static Look further(AssetState state) {
    return again(state, "the next step", Duration.ZERO);
  }

  static Look settled(AssetState state) {
    return new Look(state, AT_REST, false);
  }

  static Look of(AssetState state, Outcome outcome) {
    return new Look(state, outcome, false);
  }
}
