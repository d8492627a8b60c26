package onair.account.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a key gets its new secret. */
@Schema(name = "ApiKeyRoll")
record RollRequest(
    @Nullable
        @Min(0)
        @Max(RollRequest.LONGEST_OVERLAP)
        @Schema(
            description =
                "How long the secret before works; a day when left out, at most a week. 0 for one"
                    + " that somebody else knows.",
            example = "3600")
        Integer overlapSeconds,
    @Nullable
        @Schema(
            description = "When the key stops working; as it is when left out.",
            example = "2099-01-31T12:00:00Z")
        Instant expiresAt) {

  static final int LONGEST_OVERLAP = 7 * 24 * 60 * 60;
  private static final Duration USUAL = Duration.ofDays(1);

  Duration overlap() {
    return overlapSeconds == null ? USUAL : Duration.ofSeconds(overlapSeconds);
  }
}
