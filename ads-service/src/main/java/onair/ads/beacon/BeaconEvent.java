package onair.ads.beacon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be told of an ad that is shown. */
public enum BeaconEvent {
  /** It was put on the screen; what is paid for. */
  IMPRESSION,
  START,
  FIRST_QUARTILE,
  MIDPOINT,
  THIRD_QUARTILE,
  COMPLETE,
  /** The viewer followed it. */
  CLICK,
  /** It could not be shown. */
  ERROR;

  /** In addresses and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<BeaconEvent> find(String word) {
    return Arrays.stream(values()).filter(event -> event.word().equals(word)).findFirst();
  }
}
