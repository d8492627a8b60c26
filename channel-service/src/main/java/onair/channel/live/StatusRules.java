package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onair.channel.live.ChannelStatus.Health;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.parts.EncoderState;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is wanted and what AWS shows into what the user is told; pure.
 *
 * @param deadlines after which the user is told that something takes too long
 */
record StatusRules(ChannelProperties.Deadlines deadlines) {

  /**
   * Why a start has to be given up now: AWS refuses for good, or time is up. Empty while there is
   * hope, and always for a channel that is not wanted running.
   */
  Optional<String> giveUp(Desired desired, Run run, Seen seen, Instant now) {
    if (desired != Desired.RUNNING || run.startingSince() == null) {
      return Optional.empty();
    }
    if (seen.refused() && seen.trouble() != null) {
      return Optional.of(seen.trouble());
    }
    if (!overdue(run.startingSince(), deadlines.start(), now)) {
      return Optional.empty();
    }
    return Optional.of(
        "The channel did not start within "
            + words(deadlines.start())
            + (seen.trouble() == null ? "." : ": " + seen.trouble()));
  }

  /**
   * @param previous what was told before; kept where nothing is known now
   * @param hasBuilt whether anything may be in AWS
   */
  ChannelStatus status(
      Desired desired, Run run, Seen seen, boolean hasBuilt, ChannelStatus previous, Instant now) {
    return switch (desired) {
      case RUNNING -> wantedRunning(run, seen, previous);
      case DISABLED -> disabled(wantedStopped(run, seen, hasBuilt, previous, now));
      case READY -> wantedReady(seen, previous);
      case STOPPED -> wantedStopped(run, seen, hasBuilt, previous, now);
      case DELETED -> wantedGone(run, seen, now);
    };
  }

  private static ChannelStatus wantedRunning(Run run, Seen seen, ChannelStatus previous) {
    if (!seen.reached()) {
      return new ChannelStatus(
          previous.word(), previous.provisioning(), Health.UNKNOWN, seen.trouble());
    }
    EncoderState encoder = seen.encoder();
    if (encoder == null || !encoder.runs()) {
      return new ChannelStatus(
          run.wasLive() ? Word.RECONNECTING : Word.STARTING,
          onTheWayUp(encoder),
          run.wasLive() ? Health.STARVING : Health.UNKNOWN,
          seen.trouble());
    }
    if (seen.missesInput() || encoder == EncoderState.RECOVERING) {
      return run.wasLive()
          ? new ChannelStatus(
              Word.RECONNECTING, Provisioning.RUNNING, Health.STARVING, seen.trouble())
          : new ChannelStatus(Word.WAITING, Provisioning.RUNNING, Health.UNKNOWN, seen.trouble());
    }
    // Running without an alert counts only once AWS had time to raise one: see Run.
    return run.wasLive()
        ? new ChannelStatus(Word.LIVE, Provisioning.RUNNING, Health.HEALTHY, seen.trouble())
        : new ChannelStatus(
            previous.word() == Word.WAITING ? Word.WAITING : Word.STARTING,
            Provisioning.RUNNING,
            Health.UNKNOWN,
            seen.trouble());
  }

  private static ChannelStatus disabled(ChannelStatus stopped) {
    return stopped.word() == Word.IDLE
        ? new ChannelStatus(
            Word.DISABLED, stopped.provisioning(), stopped.health(), stopped.reason())
        : stopped;
  }

  private static ChannelStatus wantedReady(Seen seen, ChannelStatus previous) {
    if (!seen.reached()) {
      return new ChannelStatus(
          previous.word(), previous.provisioning(), Health.UNKNOWN, seen.trouble());
    }
    EncoderState encoder = seen.encoder();
    boolean stops =
        seen.closing()
            || encoder != null && (encoder.needsStop() || encoder == EncoderState.STOPPING);
    Provisioning provisioning = stops ? Provisioning.STOPPING : Provisioning.CREATING;
    return new ChannelStatus(
        Word.IDLE,
        seen.startable() ? Provisioning.READY : provisioning,
        Health.UNKNOWN,
        seen.trouble());
  }

  private static Provisioning onTheWayUp(@Nullable EncoderState encoder) {
    if (encoder == null) {
      return Provisioning.CREATING;
    }
    return switch (encoder) {
      case CREATING, CREATE_FAILED, DELETING -> Provisioning.CREATING;
      case STOPPING -> Provisioning.STOPPING;
      case IDLE, STARTING, UPDATING, UPDATE_FAILED, UNKNOWN -> Provisioning.STARTING;
      case RUNNING, RECOVERING -> Provisioning.RUNNING;
    };
  }

  private ChannelStatus wantedStopped(
      Run run, Seen seen, boolean hasBuilt, ChannelStatus previous, Instant now) {
    String failure = run.failure();
    if (!seen.reached()) {
      return new ChannelStatus(
          previous.word(),
          previous.provisioning(),
          Health.UNKNOWN,
          failure == null ? seen.trouble() : failure);
    }
    EncoderState encoder = seen.encoder();
    if (seen.closing()
        || encoder != null && (encoder.needsStop() || encoder == EncoderState.STOPPING)) {
      return stopping(run, seen, now);
    }
    Provisioning provisioning = seen.removing() ? Provisioning.REMOVING : atRest(encoder, hasBuilt);
    return failure == null
        ? new ChannelStatus(Word.IDLE, provisioning, Health.UNKNOWN, seen.trouble())
        : new ChannelStatus(Word.FAILED, provisioning, Health.UNKNOWN, failure);
  }

  private static Provisioning atRest(@Nullable EncoderState encoder, boolean hasBuilt) {
    if (encoder == EncoderState.CREATING || encoder == EncoderState.UPDATING) {
      return Provisioning.CREATING;
    }
    return hasBuilt ? Provisioning.READY : Provisioning.NONE;
  }

  private ChannelStatus stopping(Run run, Seen seen, Instant now) {
    if (run.failure() != null) {
      return new ChannelStatus(Word.FAILED, Provisioning.STOPPING, Health.UNKNOWN, run.failure());
    }
    if (!overdue(run.askedAt(), deadlines.stop(), now)) {
      return new ChannelStatus(
          Word.STOPPING, Provisioning.STOPPING, Health.UNKNOWN, seen.trouble());
    }
    return new ChannelStatus(
        Word.FAILED,
        Provisioning.FAILED,
        Health.UNKNOWN,
        tooLong("The channel has not stopped", deadlines.stop(), seen));
  }

  private ChannelStatus wantedGone(Run run, Seen seen, Instant now) {
    return overdue(run.askedAt(), deadlines.delete(), now)
        ? new ChannelStatus(
            Word.DELETED,
            Provisioning.FAILED,
            Health.UNKNOWN,
            tooLong("What the channel had in AWS is not gone", deadlines.delete(), seen))
        : new ChannelStatus(Word.DELETED, Provisioning.REMOVING, Health.UNKNOWN, seen.trouble());
  }

  /** Whether what was asked for is under way for longer than it should; a start is given up. */
  boolean stuck(Desired desired, Run run, Instant now) {
    return switch (desired) {
      case RUNNING -> false;
      case READY -> overdue(run.askedAt(), deadlines.start(), now);
      case STOPPED, DISABLED -> overdue(run.askedAt(), deadlines.stop(), now);
      case DELETED -> overdue(run.askedAt(), deadlines.delete(), now);
    };
  }

  private static String tooLong(String what, Duration deadline, Seen seen) {
    return what
        + " within "
        + words(deadline)
        + "; we keep trying"
        + (seen.trouble() == null ? "." : ": " + seen.trouble());
  }

  private static boolean overdue(Instant since, Duration deadline, Instant now) {
    return since.plus(deadline).isBefore(now);
  }

  private static String words(Duration duration) {
    return duration.toSeconds() < 120
        ? duration.toSeconds() + " seconds"
        : duration.toMinutes() + " minutes";
  }
}
