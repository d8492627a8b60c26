package onair.awslocal.mediatailor.vast;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ads at one point of a programme.
 *
 * @param ads in their order
 */
public record AdBreak(Offset offset, List<LinearAd> ads) {

  public AdBreak {
    ads = List.copyOf(ads);
  }

  /** Where a break is. */
  public sealed interface Offset {

    /** Before the programme. */
    record Start() implements Offset {}

    /** After it. */
    record End() implements Offset {}

    /** At this time of the programme. */
    record At(Duration time) implements Offset {}

    /**
     * After this part of the programme.
     *
     * @param part from 0 to 1
     */
    record Part(double part) implements Offset {}

    /** As time of a programme that is this long. */
    default Duration in(Duration programme) {
      return switch (this) {
        case Start _ -> Duration.ZERO;
        case End _ -> programme;
        case At(Duration time) -> time;
        case Part(double part) -> Duration.ofMillis((long) (programme.toMillis() * part));
      };
    }

    /** VMAP's {@code timeOffset}; null when it is none, or counts positions. */
    static @Nullable Offset parse(String text) {
      try {
        return switch (text) {
          case "start" -> new Start();
          case "end" -> new End();
          default -> {
            if (text.endsWith("%")) {
              double part = Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
              yield part >= 0 && part <= 1 ? new Part(part) : null;
            }
            Duration time = Times.parse(text);
            yield time == null ? null : new At(time);
          }
        };
      } catch (NumberFormatException e) {
        return null;
      }
    }
  }
}
