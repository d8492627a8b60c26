package onair.channel.live;

import java.time.Instant;
import onair.channel.operation.Operation;
import onair.channel.operation.OperationStore;
import onair.common.reconcile.Wakes;

/**
 * Writes down another wish: the row, the operation, the event and the wake-up, in the caller's
 * transaction, in which the channel is locked.
 */
final class Wishes {

  private final ChannelStore channels;
  private final ChannelTargets targets;
  private final OperationStore operations;
  private final ChannelEvents events;
  private final Wakes wakes;

  Wishes(
      ChannelStore channels,
      ChannelTargets targets,
      OperationStore operations,
      ChannelEvents events,
      Wakes wakes) {
    this.channels = channels;
    this.targets = targets;
    this.operations = operations;
    this.events = events;
    this.wakes = wakes;
  }

  /** The operation takes the place of the one before. */
  Channel ask(Channel channel, Desired wish, ChannelStatus told, Operation operation, Instant now) {
    Channel asked = targets.renewed(channel).asked(wish, told, operation.id(), now);
    operations.overtake(channel.operationId(), operation, now);
    channels.update(asked);
    events.statusChanged(asked);
    wakes.wake(ChannelReconciler.NAME, asked.id().value());
    return asked;
  }
}
