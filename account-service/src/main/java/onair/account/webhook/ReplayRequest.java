package onair.account.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** From where events are sent once more. */
@Schema(name = "WebhookReplay")
record ReplayRequest(
    @NotNull
        @Min(0)
        @Schema(
            description = "Every event behind this sequence is sent; 0 for all of the log.",
            example = "41")
        Long after) {}
