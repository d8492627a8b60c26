package onair.channel.live;

import java.util.Locale;

/** What an edit of a channel on air means for who watches; the later the worse. */
enum EditEffect {
  /** Nobody notices. */
  IN_PLACE,
  /** The encoder is made anew: viewers stay where they are and wait. */
  RESTART,
  /** What players hold no longer fits: the address, the keys, or how long a segment may be. */
  BREAKS_VIEWERS;

  /** Lower case, as in the API. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  EditEffect worse(EditEffect other) {
    return compareTo(other) < 0 ? other : this;
  }
}
