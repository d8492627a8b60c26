package onair.channel.adbreak;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts signals into what an encoder makes. */
public interface SpliceInserts {

  /**
   * Asks for a splice insert (SCTE 35, 9.7.3). Asked again under the same name, it changes nothing.
   *
   * @param name unique in the encoder's schedule
   * @param at absent for at once; else at least {@link onair.channel.schedule.Due#LEAD} ahead
   * @param eventId 1 to 4294967295
   */
  void insert(String encoderId, String name, @Nullable Instant at, long eventId, Duration duration);
}
