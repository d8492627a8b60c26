package onair.channel.live;

import java.time.Instant;
import java.time.InstantSource;
import onair.channel.live.ChannelStatus.Health;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.operation.Operation;
import onair.channel.operation.OperationStore;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;

/**
 * Has channels made in AWS ahead of a start, and lets go of them again. In the user's words such a
 * channel is idle as before, so no event of it is told.
 */
final class Standby {

  private final ChannelStore channels;
  private final ChannelTargets targets;
  private final OperationStore operations;
  private final ChannelOperations plans;
  private final ChannelQuotas quotas;
  private final Wakes wakes;
  private final InstantSource clock;

  Standby(
      ChannelStore channels,
      ChannelTargets targets,
      OperationStore operations,
      ChannelOperations plans,
      ChannelQuotas quotas,
      Wakes wakes,
      InstantSource clock) {
    this.channels = channels;
    this.targets = targets;
    this.operations = operations;
    this.plans = plans;
    this.quotas = quotas;
    this.wakes = wakes;
    this.clock = clock;
  }

  void prepare(String organizationId, String id) {
    Channel channel = channels.lockKnown(organizationId, id);
    if (channel.desired() != Desired.STOPPED || channel.status().word() != Word.IDLE) {
      return;
    }
    quotas.require(channel);
    boolean ready = channel.status().provisioning() == Provisioning.READY;
    Instant now = Times.now(clock);
    ask(
        channel,
        Desired.READY,
        ready ? Provisioning.READY : Provisioning.CREATING,
        plans.prepare(channel, now),
        now);
  }

  void release(String organizationId, String id) {
    Channel channel = channels.lockKnown(organizationId, id);
    if (channel.desired() == Desired.READY) {
      Instant now = Times.now(clock);
      ask(channel, Desired.STOPPED, channel.status().provisioning(), plans.stop(channel, now), now);
    }
  }

  private void ask(
      Channel channel, Desired wish, Provisioning provisioning, Operation operation, Instant now) {
    var told = new ChannelStatus(Word.IDLE, provisioning, Health.UNKNOWN, null);
    operations.overtake(channel.operationId(), operation, now);
    channels.update(targets.renewed(channel).asked(wish, told, operation.id(), now));
    wakes.wake(ChannelReconciler.NAME, channel.id().value());
  }
}
