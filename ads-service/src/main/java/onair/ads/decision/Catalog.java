package onair.ads.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All an organization may show.
 *
 * @param baseUrl what the address of a film begins with; null while the CDN serves nothing
 */
record Catalog(@Nullable String baseUrl, List<Candidate> candidates) {

  Catalog {
    candidates = List.copyOf(candidates);
  }
}
