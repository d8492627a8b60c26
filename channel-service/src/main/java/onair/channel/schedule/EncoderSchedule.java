package onair.channel.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The schedule of encoders in AWS. */
public interface EncoderSchedule {

  /**
   * Asks for an action. Asked again under the same name, it changes nothing.
   *
   * @param name unique in the encoder's schedule
   * @param at absent for at once; else at least {@link Due#LEAD} ahead
   */
  void put(String encoderId, String name, @Nullable Instant at, Deed deed);

  /** Takes an action out, if it is there, whether it has happened or not. */
  void remove(String encoderId, String name);
}
