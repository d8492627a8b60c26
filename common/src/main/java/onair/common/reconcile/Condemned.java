package onair.common.reconcile;

import java.util.Set;

/**
 * Tells which copies of a resource are being removed as nobody's, so that no run takes one of them
 * for its own meanwhile. A bean of this type is asked by {@link Resources}; without one there are
 * none.
 */
@FunctionalInterface
public interface Condemned {

  /** Their physical ids; usually none. */
  Set<String> of(ResourceKey key);
}
