package onair.common.id;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUIDv7s that only grow. Within a millisecond, or when the clock goes back, the next one is the
 * last one plus a random step; so two are never equal and none can be guessed from its neighbour.
 */
final class UuidSequence {

  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int RANDOM_BITS = 62;
  private static final long RANDOM_MASK = (1L << RANDOM_BITS) - 1;
  private static final int COUNTER_MAX = 0xFFF;

  private final InstantSource clock;
  private final RandomGenerator random;
  private long millis = -1;
  private int counter;
  private long tail;

  UuidSequence(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  synchronized UUID next() {
    long now = clock.millis();
    if (now > millis) {
      restart(now);
    } else {
      step();
    }
    return new UUID((millis << 16) | VERSION | counter, VARIANT | tail);
  }

  private void restart(long now) {
    millis = now;
    counter = random.nextInt(COUNTER_MAX / 2);
    tail = random.nextLong() & RANDOM_MASK;
  }

  private void step() {
    long grown = tail + 1 + random.nextLong(1L << 40);
    if (grown <= RANDOM_MASK) {
      tail = grown;
    } else if (counter < COUNTER_MAX) {
      counter++;
      tail = random.nextLong() & RANDOM_MASK;
    } else {
      restart(millis + 1);
    }
  }
}
