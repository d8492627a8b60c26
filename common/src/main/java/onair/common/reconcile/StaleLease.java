package onair.common.reconcile;

/** Another run has taken over this owner; whatever this one still wants to write is void. */
public final class StaleLease extends RuntimeException {
  public StaleLease(Lease lease) {
    super("lease " + lease + " was taken over");
  }
}
