package onair.common.aws;

import java.util.function.Supplier;

/**
 * Keeps the SDK from repeating calls by itself. A create without a token that the SDK repeats after
 * a lost answer makes a second resource, and its success hides the first; a refusal of the second
 * attempt looks as if nothing had happened. Whoever keeps books about a call sends it once.
 */
public final class SingleAttempt {

  private static final ScopedValue<Boolean> WANTED = ScopedValue.newInstance();

  private SingleAttempt() {}

  /** AWS calls made by {@code calls} on this thread are sent once, whatever their answer. */
  public static <T> T of(Supplier<T> calls) {
    return ScopedValue.where(WANTED, true).call(calls::get);
  }

  static boolean isWanted() {
    return WANTED.isBound();
  }
}
