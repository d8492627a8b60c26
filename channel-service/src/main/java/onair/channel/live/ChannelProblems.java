package onair.channel.live;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onair.channel.live.ChannelStatus.Word;
import onair.common.plan.Plan.QuotaUse;
import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a request about a channel. */
final class ChannelProblems {

  private ChannelProblems() {}

  /** Also for another organization's channel. */
  static Problem notFound(String id) {
    return Problems.notFound("channel", id);
  }

  /** The channel's status does not allow the action. */
  static Problem notAllowedNow(String action, Channel channel, Set<Word> allowedFrom) {
    var words = allowedFrom.stream().map(Word::word).sorted().toList();
    return Problem.of(409, "status_conflict", "The channel's status does not allow this")
        .detail(
            "The channel is %s; %s is possible when it is %s."
                .formatted(channel.status().word().word(), action, String.join(" or ", words)))
        .with("current_status", channel.status().word().word())
        .with("allowed_from", words);
  }

  /** Who watches would notice, and it was not said that they may, or must not be made to. */
  static Problem notOnAir(Channel channel, Edit edit) {
    EditEffect effect = edit.effect();
    boolean breaks = effect == EditEffect.BREAKS_VIEWERS;
    Problem problem =
        breaks
            ? Problem.of(
                409, "breaks_viewers", "This cannot be changed while the channel is on air")
            : Problem.of(409, "restart_required", "This takes a restart of the encoder");
    return problem
        .detail(EditWords.refused(channel, edit))
        .with("effect", effect.word())
        .with("fields", edit.fields(effect))
        .with("ways", EditWords.ways(effect))
        .with("current_status", channel.status().word().word());
  }

  static Problem unknownApply() {
    return Problems.validationFailed().violation("apply", "unknown_value", "must be: restart");
  }

  /** What is read from a URL asks nobody for a key. */
  static Problem noKey(String protocol) {
    return Problem.of(409, "no_stream_key", "The channel has no key")
        .detail("A channel with ingest protocol %s has no key to change.".formatted(protocol));
  }

  /** A start that AWS would refuse, for each of these quotas. */
  static Problem quotaExceeded(List<QuotaUse> exceeded) {
    return Problem.of(422, "quota_exceeded", "AWS allows this account no more")
        .detail(
            exceeded.stream()
                .map(
                    use ->
                        "Of %s %s, %d of %d are taken; this needs %d more."
                            .formatted(
                                use.service(), use.quota(), use.used(), use.limit(), use.needs()))
                .collect(Collectors.joining(" ")))
        .with("quotas", exceeded.stream().map(use -> use.service() + " " + use.quota()).toList());
  }

  static Problem unknownStatus() {
    return Problems.validationFailed()
        .violation("status", "unknown_value", "must be one of: " + String.join(", ", Word.words()));
  }
}
