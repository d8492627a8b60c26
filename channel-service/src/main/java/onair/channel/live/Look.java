package onair.channel.live;

import onair.common.reconcile.Outcome;

/**
 * What one run of the reconciler did and saw.
 *
 * @param holdings what the channel has in AWS now
 * @param outcome when the next run is due
 * @param gone whether nothing is left, and nothing is wanted
 */
record Look(Holdings holdings, Seen seen, Outcome outcome, boolean gone) {

  static Look at(Holdings holdings, Seen seen, Outcome outcome) {
    return new Look(holdings, Outcomes.tell(seen, outcome), outcome, false);
  }

  /** Nothing is left; what comes next is not about AWS. */
  static Look gone(Outcome outcome) {
    return new Look(Holdings.NOTHING, Seen.encoder(null), outcome, true);
  }
}
