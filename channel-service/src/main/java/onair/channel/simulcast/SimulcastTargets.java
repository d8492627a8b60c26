package onair.channel.simulcast;

import java.time.InstantSource;
import java.util.List;
import onair.channel.parts.Companions;
import onair.channel.parts.PushTarget;
import onair.channel.parts.Pushing;
import onair.channel.parts.Simulcasts;
import onair.channel.simulcast.SimulcastTarget.Status;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;

/**
 * The targets as their channel's reconciler knows them: it makes them with the encoder, sees what
 * becomes of them, and lets them go. One that is deleted stays until no encoder pushes to it.
 */
final class SimulcastTargets implements Simulcasts, Companions {

  static final String NEXT_START =
      "The channel was on air already: it is pushed to from the channel's next start on.";

  private final SimulcastTargetStore targets;
  private final SimulcastTargetEvents events;
  private final InstantSource clock;

  SimulcastTargets(
      SimulcastTargetStore targets, SimulcastTargetEvents events, InstantSource clock) {
    this.targets = targets;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public List<String> wanted(String channelId) {
    return targets.of(channelId).stream()
        .filter(target -> !target.deleted())
        .map(SimulcastTarget::id)
        .toList();
  }

  @Override
  public List<PushTarget> of(String channelId) {
    return targets.of(channelId).stream()
        .map(target -> new PushTarget(target.id(), target.url(), target.streamKey().value()))
        .toList();
  }

  @Override
  public void follow(String channelId, Pushing pushing) {
    for (SimulcastTarget target : targets.of(channelId)) {
      if (!target.deleted()) {
        look(target, pushing);
      } else if (!pushing.targets().contains(target.id())) {
        targets.delete(target.id());
      }
    }
  }

  private void look(SimulcastTarget target, Pushing pushing) {
    SimulcastTarget looked =
        target.looked(status(target, pushing), reason(target, pushing), pushing.at());
    if (looked != target) {
      targets.update(looked);
    }
    if (looked.status() == Status.ERRORED && target.status() != Status.ERRORED) {
      events.errored(looked);
    }
  }

  private static Status status(SimulcastTarget target, Pushing pushing) {
    if (!pushing.runs() || !pushing.targets().contains(target.id())) {
      return Status.IDLE;
    }
    if (pushing.failures().containsKey(target.id())) {
      return Status.ERRORED;
    }
    return pushing.live() ? Status.BROADCASTING : Status.STARTING;
  }

  private static @Nullable String reason(SimulcastTarget target, Pushing pushing) {
    if (!pushing.runs()) {
      return null;
    }
    return pushing.targets().contains(target.id())
        ? pushing.failures().get(target.id())
        : NEXT_START;
  }

  @Override
  public void channelDeleted(String channelId) {
    for (SimulcastTarget target : targets.of(channelId)) {
      if (!target.deleted()) {
        targets.update(target.goes(Times.now(clock)));
      }
    }
  }

  /** The channel tells more by {@link #follow}. */
  @Override
  public void channelMoved(String channelId) {}

  /** None has anything of its own in AWS: they are gone with the encoder. */
  @Override
  public boolean anyOf(String channelId) {
    return false;
  }
}
