package onair.channel.parts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far the pushing of a channel to others is, as one look at AWS showed.
 *
 * @param targets ids of those the channel's encoder is made with, or is about to be; empty when
 *     there is no encoder
 * @param runs whether the encoder runs
 * @param live whether it has something to push
 * @param failures what AWS says of those it cannot push to, by id
 */
public record Pushing(
    List<String> targets, boolean runs, boolean live, Map<String, String> failures, Instant at) {

  public Pushing {
    targets = List.copyOf(targets);
    failures = Map.copyOf(failures);
  }
}
