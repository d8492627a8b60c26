package onair.account.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A delivery as the organization sees it. */
@Schema(name = "WebhookDelivery")
record DeliveryResponse(
    @Schema(example = "dlv_06d4x8k2v7b1c3d5e7f9g1h3j5") String id,
    @Schema(example = "webhook_delivery") String object,
    @Schema(
            example = "succeeded",
            allowableValues = {"pending", "succeeded", "failed", "cancelled"})
        String status,
    @Schema(example = "whk_06d4x8k2v7b1c3d5e7f9g1h3j5") String webhookId,
    @Schema(
            description = "Also the webhook-id of the message",
            example = "evt_06d4x8k2v7b1c3d5e7f9g1h3j5")
        String eventId,
    @Schema(example = "channel.live") String eventType,
    @Schema(example = "42") long sequence,
    @Schema(example = "ch_06d4x8k2v7b1c3d5e7f9g1h3j5") String resourceId,
    @Schema(description = "Whether it was asked for once more", example = "false")
        boolean redelivery,
    @Schema(description = "Tries begun so far", example = "1") int tries,
    @Nullable
        @Schema(
            description =
                "When it is tried next; null when it waits for an earlier one of its resource, and at the end")
        Instant nextTryAt,
    Instant createdAt,
    @Nullable Instant endedAt) {

  static DeliveryResponse of(Delivery delivery) {
    return new DeliveryResponse(
        delivery.id(),
        "webhook_delivery",
        delivery.status().word(),
        delivery.webhookId(),
        delivery.eventId(),
        delivery.type(),
        delivery.sequence(),
        delivery.resourceId(),
        delivery.redelivery(),
        delivery.tries(),
        delivery.dueAt(),
        delivery.createdAt(),
        delivery.endedAt());
  }

  /** A delivery and what came of each try. */
  @Schema(name = "WebhookDeliveryLog")
  record Log(DeliveryResponse delivery, List<AttemptResponse> attempts) {}

  /** What came of one try. */
  @Schema(name = "WebhookAttempt")
  record AttemptResponse(
      @Schema(example = "1") int number,
      Instant startedAt,
      @Schema(example = "0.125") double durationSeconds,
      @Nullable @Schema(description = "Of the answer; null when none came", example = "200")
          Integer statusCode,
      @Nullable @Schema(description = "Why no answer came") String failure,
      @Nullable @Schema(description = "How the answer began", example = "ok") String reply) {

    static AttemptResponse of(Attempt attempt) {
      return new AttemptResponse(
          attempt.number(),
          attempt.startedAt(),
          attempt.took().toMillis() / 1000.0,
          attempt.status(),
          attempt.failure(),
          attempt.reply());
    }
  }
}
