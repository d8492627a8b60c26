package onair.awslocal.protocol;

import java.util.List;
import java.util.function.Supplier;

/**
 * Stands between callers and services: for every call whose operation is known and whose signature
 * is right, before its input is looked at. Runs on the call's own virtual thread, which it may hold
 * up.
 */
public interface CallFilter {

  /**
   * Decides how a call ends.
   *
   * @param onwards goes on, through the later filters to the service, and says how that ended; it
   *     throws nothing. May be called never, once, or later by another thread when the caller's
   *     connection is gone, after {@link Call#detach}.
   */
  CallOutcome filter(Call call, Supplier<CallOutcome> onwards);

  /** The filters as one, the first outermost. */
  static CallFilter all(List<CallFilter> filters) {
    return filters.reversed().stream()
        .reduce(
            (call, onwards) -> onwards.get(),
            (inner, outer) ->
                (call, onwards) -> outer.filter(call, () -> inner.filter(call, onwards)));
  }
}
