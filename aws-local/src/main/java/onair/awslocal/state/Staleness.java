package onair.awslocal.state;

import java.time.Duration;
import java.util.Optional;

/**
 * Lets lists be late, as AWS's eventually consistent lists are. Bound around calls that list
 * resources for a caller; everything else sees the present.
 */
public final class Staleness {

  /** How far back lists can reach; later changes of rows are remembered this long. */
  public static final Duration MAX = Duration.ofMinutes(10);

  private static final ScopedValue<Duration> AGE = ScopedValue.newInstance();

  private Staleness() {}

  /**
   * Within {@code operation}, and on its thread, {@link Table#list()} answers as it would have this
   * long ago by the store's clock.
   *
   * @param age from zero to {@link #MAX}
   */
  public static <R, X extends Throwable> R of(
      Duration age, ScopedValue.CallableOp<? extends R, X> operation) throws X {
    if (age.isNegative() || age.compareTo(MAX) > 0) {
      throw new IllegalArgumentException("Lists can be up to " + MAX + " late, not " + age);
    }
    return ScopedValue.where(AGE, age).call(operation);
  }

  static Optional<Duration> current() {
    return AGE.isBound() ? Optional.of(AGE.get()) : Optional.empty();
  }
}
