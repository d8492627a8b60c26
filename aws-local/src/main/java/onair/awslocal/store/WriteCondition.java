package onair.awslocal.store;

import org.jspecify.annotations.Nullable;

/** What must be so for a write to happen; asked while nothing else can write. */
@FunctionalInterface
public interface WriteCondition {

  /** Nothing. */
  WriteCondition NONE = now -> {};

  /**
   * Returns when the write may happen, else throws.
   *
   * @param now what has the key; null when nothing has
   */
  void require(@Nullable StoredObject now);
}
