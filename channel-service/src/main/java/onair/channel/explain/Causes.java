package onair.channel.explain;

import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.Trouble;
import onair.channel.live.Whereabouts;
import onair.channel.live.Whereabouts.Entry;
import onair.channel.live.Whereabouts.Part;

/** Finds the one reason that counts; pure. What AWS complains of goes before what it waits for. */
final class Causes {

  private Causes() {}

  static Cause of(Situation situation) {
    Whereabouts at = situation.at();
    return switch (at.status().word()) {
      case LIVE -> live(at);
      case IDLE -> idle(at);
      case FAILED -> failed(at);
      case STARTING -> at.trouble() == null ? starting(situation) : of(at.trouble());
      case WAITING -> at.trouble() == null ? waiting(at.ingest()) : of(at.trouble());
      case RECONNECTING -> at.trouble() == null ? lost(at) : of(at.trouble());
      case STOPPING -> at.trouble() == null ? Cause.STOPPING : of(at.trouble());
      case DISABLED -> at.trouble() == null ? Cause.DISABLED : of(at.trouble());
      case DELETED -> deleted(at);
    };
  }

  private static Cause live(Whereabouts at) {
    Trouble trouble = at.trouble();
    if (trouble == null) {
      return Cause.LIVE;
    }
    return trouble.kind() == Trouble.Kind.ENCODER_WARNS
        ? Cause.LIVE_WITH_WARNING
        : Cause.LIVE_UNOBSERVED;
  }

  private static Cause idle(Whereabouts at) {
    if (!at.exceeded().isEmpty()) {
      return Cause.START_WOULD_EXCEED_QUOTA;
    }
    if (at.operation() == null || at.operation().type().equals("channel.create")) {
      return Cause.NEVER_STARTED;
    }
    return at.operation().cause() == null ? Cause.STOPPED : Cause.STOPPED_BY_ITSELF;
  }

  private static Cause failed(Whereabouts at) {
    String failure = at.failure();
    if (failure == null) {
      return Cause.STOP_OVERDUE;
    }
    Trouble trouble = at.trouble();
    return trouble != null && trouble.kind() == Trouble.Kind.REFUSED
        ? Cause.START_REFUSED
        : Cause.START_TIMED_OUT;
  }

  private static Cause deleted(Whereabouts at) {
    if (at.status().provisioning() == Provisioning.FAILED) {
      return Cause.DELETE_OVERDUE;
    }
    return at.trouble() == null ? Cause.BEING_DELETED : of(at.trouble());
  }

  private static Cause starting(Situation situation) {
    Whereabouts at = situation.at();
    if (at.parts().stream().anyMatch(Part::answerLost)) {
      return Cause.ANSWER_LOST;
    }
    if (at.parts().stream().anyMatch(part -> isOver(part, situation))) {
      return Cause.STEP_OVERDUE;
    }
    return switch (at.status().provisioning()) {
      case RUNNING -> Cause.INPUT_NOT_JUDGED;
      case STARTING -> Cause.ENCODER_STARTING;
      case NONE, CREATING, READY, STOPPING, REMOVING, FAILED -> Cause.PREPARING;
    };
  }

  private static boolean isOver(Part part, Situation situation) {
    return part.deadline() != null && part.deadline().isBefore(situation.now());
  }

  private static Cause waiting(Entry ingest) {
    if (!ingest.pushed()) {
      return Cause.SOURCE_SILENT;
    }
    if (ingest.keyChanged()) {
      return Cause.KEY_CHANGED;
    }
    return ingest.allowedCidrs().isEmpty() ? Cause.NO_BROADCASTER : Cause.NOBODY_ALLOWED_CONNECTED;
  }

  private static Cause lost(Whereabouts at) {
    if (at.status().provisioning() != Provisioning.RUNNING) {
      return Cause.ENCODER_GONE;
    }
    return at.ingest().pushed() ? Cause.BROADCASTER_GONE : Cause.SOURCE_GONE;
  }

  static Cause of(Trouble trouble) {
    return switch (trouble.kind()) {
      case QUOTA -> Cause.AWS_QUOTA;
      case THROTTLED -> Cause.AWS_THROTTLED;
      case UNREACHABLE -> Cause.AWS_UNREACHABLE;
      case DENIED -> Cause.AWS_DENIED;
      case REFUSED -> Cause.AWS_REFUSED;
      case OUT_OF_STEP -> Cause.AWS_OUT_OF_STEP;
      case OVERDUE -> Cause.STEP_OVERDUE;
      case ENCODER_NOT_MADE -> Cause.ENCODER_NOT_MADE;
      case ENCODER_WARNS -> Cause.ENCODER_WARNS;
    };
  }
}
