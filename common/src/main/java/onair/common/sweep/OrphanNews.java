package onair.common.sweep;

/** Who wants to hear of orphans. Called inside the transaction that makes it so. */
@FunctionalInterface
public interface OrphanNews {

  /** It was found, or is not there any more, or is somebody's; its status says which. */
  void told(Orphan orphan);
}
