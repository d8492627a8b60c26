package onair.channel.simulcast;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import onair.channel.live.ChannelTargets;
import onair.channel.secret.StreamKey;
import onair.common.id.Ids;
import onair.common.outgoing.TargetCheck;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what users want of simulcast targets; never talks to AWS. */
final class SimulcastTargetCommands {

  /** Each is another output that MediaLive makes and bills. */
  static final int LIMIT = 5;

  private static final Set<String> SCHEMES = Set.of("rtmp", "rtmps");

  private final ChannelTargets channels;
  private final SimulcastTargetStore targets;
  private final TargetCheck addresses;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  SimulcastTargetCommands(
      ChannelTargets channels,
      SimulcastTargetStore targets,
      TargetCheck addresses,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.channels = channels;
    this.targets = targets;
    this.addresses = addresses;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What was made.
   *
   * @param output what it is billed as while the channel runs
   */
  record Made(SimulcastTarget target, String output) {}

  /**
   * Asks a name server, and then holds the channel.
   *
   * @throws Problem 422 when the encoder may not connect there
   */
  Made create(String organizationId, String channelId, SimulcastTargetRequest request) {
    addresses
        .violation("url", request.url(), SCHEMES)
        .ifPresent(
            fault -> {
              throw Problems.validationFailed().violation(fault);
            });
    return inTransaction(
        now -> {
          ChannelTargets.Entry channel = lock(organizationId, channelId);
          if (channel.deleted()) {
            throw SimulcastTargetProblems.channelDeleted();
          }
          if (channel.dual()) {
            throw SimulcastTargetProblems.dual();
          }
          if (targets.of(channelId).stream().filter(there -> !there.deleted()).count() >= LIMIT) {
            throw SimulcastTargetProblems.limitReached(LIMIT);
          }
          var target =
              new SimulcastTarget(
                  Ids.next(SimulcastTarget.PREFIX),
                  organizationId,
                  channelId,
                  1,
                  request.name(),
                  request.metadataOrNone(),
                  request.plainUrl(),
                  new StreamKey(request.streamKey()),
                  SimulcastTarget.Status.IDLE,
                  null,
                  false,
                  now,
                  now);
          targets.insert(target);
          channels.apply(organizationId, channelId);
          return new Made(target, channel.output());
        });
  }

  /** Asked again, it changes nothing. */
  SimulcastTarget delete(String organizationId, String channelId, String id, IfMatch ifMatch) {
    return inTransaction(
        now -> {
          lock(organizationId, channelId);
          SimulcastTarget target =
              targets
                  .find(organizationId, channelId, id)
                  .orElseThrow(() -> SimulcastTargetProblems.notFound(id));
          ifMatch.require(target.version());
          if (target.deleted()) {
            return target;
          }
          SimulcastTarget gone = target.goes(now);
          targets.update(gone);
          channels.apply(organizationId, channelId);
          return gone;
        });
  }

  private ChannelTargets.Entry lock(String organizationId, String channelId) {
    return channels
        .lock(organizationId, channelId)
        .orElseThrow(() -> SimulcastTargetProblems.channelNotFound(channelId));
  }

  private <T> T inTransaction(Function<Instant, T> command) {
    return Objects.requireNonNull(transactions.execute(status -> command.apply(Times.now(clock))));
  }
}
