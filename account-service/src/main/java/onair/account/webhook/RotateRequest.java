package onair.account.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a secret is changed. */
@Schema(name = "WebhookSecretRotation")
record RotateRequest(
    @Nullable
        @Min(0)
        @Max(604800)
        @Schema(
            description =
                "How long messages are signed with the secret before, too; a day when left out.",
            example = "86400")
        Integer overlapSeconds) {

  Duration overlap() {
    return overlapSeconds == null ? Duration.ofDays(1) : Duration.ofSeconds(overlapSeconds);
  }
}
