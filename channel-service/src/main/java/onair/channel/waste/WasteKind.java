package onair.channel.waste;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be waste, and what ends it. */
enum WasteKind {
  NOBODY_CONNECTED(Reclaim.STOP, "It runs, and nobody has connected since it was started."),
  BROADCASTER_GONE(Reclaim.STOP, "It runs, and its broadcaster has not come back."),
  IDLE_ENCODER(Reclaim.RELEASE, "The encoder of a channel off the air is kept."),
  IDLE_PUSH_INPUT(Reclaim.RELEASE, "The push input of a channel off the air is kept."),
  FLOW_WITHOUT_ENCODER(Reclaim.RELEASE, "A flow is active, and no encoder reads from it."),
  KEPT_SECRET(Reclaim.RELEASE, "The secret of a channel off the air is kept."),
  KEPT_ORIGIN(
      Reclaim.RELEASE, "The packager of a channel off the air is kept and takes from a quota."),
  FAILED_CHANNEL_KEEPS(Reclaim.RELEASE, "The channel has failed, and something of it is kept."),
  REMOVAL_OVERDUE(Reclaim.RETRY, "The channel was deleted long ago, and something of it is left."),
  ORPHAN(Reclaim.REMOVE, "It carries our tags and belongs to nobody.");

  private final Reclaim reclaim;
  private final String plainly;

  WasteKind(Reclaim reclaim, String plainly) {
    this.reclaim = reclaim;
    this.plainly = plainly;
  }

  /** What ends it. */
  enum Reclaim {
    /** The channel is stopped. */
    STOP,
    /** What it keeps is removed before its time. */
    RELEASE,
    /** Its removal is tried again at once. */
    RETRY,
    /** It is removed before its grace is over. */
    REMOVE;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<WasteKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  Reclaim reclaim() {
    return reclaim;
  }

  /** One sentence. */
  String plainly() {
    return plainly;
  }
}
