package onair.channel.live;

import onair.channel.ladder.Ladder;
import onair.channel.ladder.Ladders;
import onair.channel.ladder.OwnLadders;
import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** Finds the ladder a channel names: one that comes with the service, or its organization's own. */
final class LadderChoice {

  private final Ladders bundled;
  private final OwnLadders own;

  LadderChoice(Ladders bundled, OwnLadders own) {
    this.bundled = bundled;
    this.own = own;
  }

  /**
   * The same with the organization's ladder in it, if it names one that is not in it yet.
   *
   * @throws Problem 422 when there is none of that name, saying which there are
   */
  ChannelSpec in(ChannelSpec spec, String organizationId) {
    EncodingSpec encoding = spec.encoding();
    if (encoding.own() != null || bundled.find(encoding.ladder()).isPresent()) {
      return spec;
    }
    Ladder ladder =
        own.find(organizationId, encoding.ladder()).orElseThrow(() -> unknown(organizationId));
    return spec.encoding(
        new EncodingSpec(encoding.ladder(), encoding.pipelines(), ladder, encoding.slate()));
  }

  private Problem unknown(String organizationId) {
    return Problems.validationFailed()
        .violation(
            "ladder",
            "known_ladder",
            "must be one of: " + String.join(", ", own.names(organizationId)));
  }
}
