package onair.channel.health;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** Something that is wrong, in plain words, and how to mend it. */
@Schema(name = "HealthFinding")
record Finding(
    @Schema(type = "string", example = "below_real_time") Code code,
    @Schema(example = "Pictures come in too slowly: 12.0 a second, and 25.0 before.") String what,
    @Schema(example = "Lower the bitrate in the broadcaster's software.") String fix) {

  /** What is wrong. */
  enum Code {
    /** No picture comes in. */
    NO_INPUT(true),
    /** Less comes in than is shown. */
    BELOW_REAL_TIME(true),
    /** The encoder leaves out pictures. */
    DROPPED_FRAMES(false),
    /** MediaLive warns of something else. */
    ALERT(false);

    private final boolean starves;

    Code(boolean starves) {
      this.starves = starves;
    }

    /** Whether it is the broadcast that does not come in. */
    boolean starves() {
      return starves;
    }

    /** Lower case, as in the API. */
    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
