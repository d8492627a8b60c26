package onair.common.reconcile;

/**
 * Names one external resource: what it belongs to and what it is.
 *
 * @param owner id of the domain object that wants it, such as {@code ch_01k…}; never used again for
 *     another object
 * @param kind the edge's kind, such as {@code medialive-channel}; an owner with several of one kind
 *     appends {@code /name}
 */
public record ResourceKey(String owner, String kind) {
  public ResourceKey {
    if (owner.isBlank() || kind.isBlank()) {
      throw new IllegalArgumentException("a resource needs an owner and a kind");
    }
  }

  /** {@code owner/kind}, the value of the {@code onair:resource} tag. */
  @Override
  public String toString() {
    return owner + "/" + kind;
  }
}
