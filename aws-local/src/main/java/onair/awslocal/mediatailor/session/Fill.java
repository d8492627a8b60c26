package onair.awslocal.mediatailor.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an avail shows.
 *
 * @param ads in their order; they fit
 * @param slate after them, until the avail ends; null for none, then content
 */
record Fill(List<AdPlay> ads, @Nullable AdPlay slate) {

  static final Fill NOTHING = new Fill(List.of(), null);

  Fill {
    ads = List.copyOf(ads);
  }
}
