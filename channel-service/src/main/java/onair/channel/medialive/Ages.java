package onair.channel.medialive;

import java.util.Comparator;
import onair.common.reconcile.Found;

/** Which of several copies is the oldest, where AWS tells no time of creation. */
final class Ages {

  /** MediaLive's ids are numbers that grow; shorter ones are smaller. */
  static final Comparator<Found<?>> OLDEST_FIRST =
      Comparator.<Found<?>>comparingInt(found -> found.physicalId().length())
          .thenComparing(Found::physicalId);

  private Ages() {}
}
