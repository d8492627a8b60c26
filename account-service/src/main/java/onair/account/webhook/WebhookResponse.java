package onair.account.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A webhook as its organization sees it. */
@Schema(name = "Webhook")
record WebhookResponse(
    @Schema(example = "whk_06d4x8k2v7b1c3d5e7f9g1h3j5") String id,
    @Schema(example = "webhook") String object,
    @Schema(
            example = "enabled",
            allowableValues = {"enabled", "disabled"})
        String status,
    @Nullable @Schema(description = "Why nothing is sent there") String disabledReason,
    @Schema(example = "https://example.com/onair/events") String url,
    @Nullable @Schema(example = "Newsroom") String description,
    @ArraySchema(
            schema = @Schema(example = "channel.live"),
            arraySchema =
                @Schema(description = "Types that are sent; none for all but asset.progress"))
        List<String> types,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        @Schema(
            description =
                "What signatures are checked with. Told only in the reply that makes it; keep it.",
            example = "whsec_…")
        String secret,
    @Nullable @Schema(description = "Until then the secret before is used for signing, too")
        Instant oldSecretUntil,
    @Schema(description = "Events up to this sequence are sent or wait to be", example = "42")
        long sequence,
    @Nullable @Schema(description = "Since when no attempt has gone well") Instant failingSince,
    @Schema(example = "{\"crew\": \"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  static WebhookResponse of(Webhook webhook) {
    return of(webhook, null);
  }

  static WebhookResponse withSecret(Webhook webhook, WebhookSecret secret) {
    return of(webhook, secret.text());
  }

  private static WebhookResponse of(Webhook webhook, @Nullable String secret) {
    return new WebhookResponse(
        webhook.id(),
        "webhook",
        webhook.status().word(),
        webhook.disabledReason(),
        webhook.url().toString(),
        webhook.description(),
        webhook.types(),
        secret,
        webhook.oldSecretUntil(),
        webhook.position(),
        webhook.failingSince(),
        webhook.metadata(),
        webhook.createdAt(),
        webhook.updatedAt());
  }

  @Override
  public String toString() {
    return "WebhookResponse[" + id + "]";
  }
}
