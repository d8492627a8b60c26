package onair.ads.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether something happened to a break. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "AdBreakStep")
record Step(
    @Schema(
            type = "string",
            example = "yes",
            allowableValues = {"yes", "no", "unknown"},
            description =
                "no: it did not until now, and we would know; unknown: nobody measured it.")
        State state,
    @Schema(
            example = "2026-12-24T18:00:02Z",
            description = "Since when that is known; null when it is not.")
        @Nullable Instant at) {

  enum State {
    YES,
    NO,
    UNKNOWN;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final Step NO = new Step(State.NO, null);
  static final Step UNKNOWN = new Step(State.UNKNOWN, null);

  static Step yes(@Nullable Instant at) {
    return new Step(State.YES, at);
  }
}
