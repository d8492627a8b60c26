package onair.account.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import onair.common.event.DomainEvent;

/** A test of a webhook that is under way. */
@Schema(name = "WebhookTest")
record WebhookTestResponse(
    @Schema(example = "webhook_test") String object,
    @Schema(example = "whk_06d4x8k2v7b1c3d5e7f9g1h3j5") String webhookId,
    @Schema(
            description = "Of the event that is sent; deliveries are found by it",
            example = "evt_06d4x8k2v7b1c3d5e7f9g1h3j5")
        String eventId,
    @Schema(example = "webhook.test") String eventType,
    Instant createdAt) {

  static WebhookTestResponse of(Webhook webhook, DomainEvent event) {
    return new WebhookTestResponse(
        "webhook_test", webhook.id(), event.id(), event.type(), event.createdAt());
  }
}
