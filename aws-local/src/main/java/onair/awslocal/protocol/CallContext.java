package onair.awslocal.protocol;

/**
 * Who calls, bound while a backend's operation runs. Steps that run later have none: keep what they
 * need in the state.
 *
 * @param accountId twelve digits
 * @param region from the request's credential scope, such as {@code us-east-1}
 * @param requestId what the answer's request id header says
 */
public record CallContext(String accountId, String region, String requestId) {

  private static final ScopedValue<CallContext> CURRENT = ScopedValue.newInstance();

  /** Throws {@link java.util.NoSuchElementException} outside a call. */
  public static CallContext current() {
    return CURRENT.get();
  }

  /** Whether this thread is inside a call. */
  public static boolean isBound() {
    return CURRENT.isBound();
  }

  /** Runs something as if called so. Tests use it to call a backend directly. */
  public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> operation)
      throws X {
    return ScopedValue.where(CURRENT, this).call(operation);
  }
}
