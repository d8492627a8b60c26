package onair.ads.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Chooses the ads of one viewer's break. Pure: the same viewer in the same break always gets the
 * same ads, so that a repeated question changes nothing, and over many viewers each ad comes first
 * as often as its share says.
 *
 * <p>Source: Efraimidis and Spirakis, "Weighted random sampling with a reservoir", 2006: in the
 * order of {@code -ln(u) / share} an item is first with the probability of its share.
 */
final class Rotation {

  /** No break has room for more, and no viewer patience. */
  static final int LONGEST_POD = 40;

  /**
   * MediaTailor tells breaks in whole seconds, and a film of ten seconds is a few frames longer;
   * what is this little too long is cut where the break ends.
   */
  private static final Duration UNNOTICED = Duration.ofMillis(250);

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Rotation() {}

  /**
   * The ads to show, in their order; together no longer than the room but for a quarter of a
   * second, each creative at most once.
   *
   * @param viewer who watches which break; equal texts get equal ads
   */
  static List<Candidate> pod(List<Candidate> candidates, Duration room, String viewer) {
    List<Candidate> order =
        candidates.stream()
            .map(ad -> new Ranked(ad, rank(ad, viewer)))
            .sorted(Comparator.comparingDouble(Ranked::rank))
            .map(Ranked::ad)
            .toList();
    var pod = new ArrayList<Candidate>();
    var shown = new HashSet<String>();
    Duration left = room.plus(UNNOTICED);
    for (Candidate ad : order) {
      Duration duration = ad.film().duration();
      if (pod.size() < LONGEST_POD && duration.compareTo(left) <= 0 && shown.add(ad.creativeId())) {
        pod.add(ad);
        left = left.minus(duration);
      }
    }
    return pod;
  }

  private record Ranked(Candidate ad, double rank) {}

  private static double rank(Candidate ad, String viewer) {
    long hash = mix(hash(viewer + '\n' + ad.campaignId() + '\n' + ad.creativeId()));
    double chance = ((hash >>> 11) + 0.5) * 0x1.0p-53; // between 0 and 1, neither of them
    return -Math.log(chance) / ad.share();
  }

  /** FNV-1a: the same on every machine and in every release. */
  private static long hash(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /** Spreads what FNV leaves close together (the finalizer of SplitMix64). */
  private static long mix(long bits) {
    long spread = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    spread = (spread ^ (spread >>> 27)) * 0x94d049bb133111ebL;
    return spread ^ (spread >>> 31);
  }
}
