package onair.awslocal.mediatailor.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import onair.awslocal.mediatailor.creative.Creative;
import onair.awslocal.mediatailor.vast.LinearAd;
import org.jspecify.annotations.Nullable;

/** Everything that was put into one session, by number. */
final class Plays {

  private final int lead;
  private final List<AdPlay> all = new CopyOnWriteArrayList<>();

  /**
   * @param lead rendition whose durations count
   */
  Plays(int lead) {
    this.lead = lead;
  }

  Duration duration(Creative creative) {
    return creative.duration(lead);
  }

  synchronized AdPlay add(@Nullable LinearAd ad, Creative creative) {
    AdPlay play = new AdPlay(all.size(), ad, creative, lead);
    all.add(play);
    return play;
  }

  Optional<AdPlay> get(int number) {
    return number >= 0 && number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
  }
}
