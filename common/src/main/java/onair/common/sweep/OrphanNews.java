package onair.common.sweep;

/** Who wants to hear of orphans. Called inside the transaction that makes it so. */
@FunctionalInterface
public interface OrphanNews {

  /** It was found, has another state, or is not there any more; see its status. */
  void changed(Orphan orphan);
}
