package onair.delivery.distribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Compares a distribution with what is wanted of it. Pure. */
final class DistributionDiff {

  private DistributionDiff() {}

  /** What has to be done. */
  sealed interface Change {

    /** Nothing. */
    record None() implements Change {}

    /**
     * One update of the whole configuration; viewers notice nothing.
     *
     * @param differences what differs, for people
     */
    record Update(List<String> differences) implements Change {}
  }

  /**
   * The order of origins means nothing and CloudFront does not keep it; the order of behaviors is
   * their precedence.
   */
  static Change between(DistributionLayout wanted, DistributionLayout observed) {
    List<String> differences = new ArrayList<>();
    if (wanted.enabled() != observed.enabled()) {
      differences.add(wanted.enabled() ? "it is disabled" : "it is enabled");
    }
    if (wanted.priceClass() != observed.priceClass()) {
      differences.add("price class " + observed.priceClass());
    }
    if (!new HashSet<>(wanted.origins()).equals(new HashSet<>(observed.origins()))) {
      differences.add("origins " + observed.origins());
    }
    if (!wanted.behaviors().equals(observed.behaviors())) {
      differences.add("behaviors " + observed.behaviors());
    }
    if (!wanted.errorTtls().equals(observed.errorTtls())) {
      differences.add("error caching " + observed.errorTtls());
    }
    return differences.isEmpty() ? new Change.None() : new Change.Update(differences);
  }
}
