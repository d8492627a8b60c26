package onair.ads.beacon;

import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a beacon. */
final class BeaconProblems {

  private BeaconProblems() {}

  static Problem unknownEvent(String event) {
    return Problems.notFound("event", event);
  }

  /** Changed on the way, made up, or signed with a key that is no longer used. */
  static Problem notSigned() {
    return Problem.of(403, "signature_invalid", "The address was not signed by us");
  }

  static Problem expired() {
    return Problem.of(403, "address_expired", "The address is too old to count");
  }
}
