package onair.account.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import onair.account.webhook.DeliveryResponse.AttemptResponse;
import onair.common.idempotency.Idempotent;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Unversioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/webhooks/{id}/deliveries")
@Tag(name = "webhooks", description = "Events, sent to your own address and signed")
final class DeliveryController {

  private final Webhooks webhooks;
  private final DeliveryStore deliveries;

  DeliveryController(Webhooks webhooks, DeliveryStore deliveries) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
  }

  @GetMapping
  @RequiresScope("webhooks:read")
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "List deliveries of a webhook",
      description = "Newest first. They are listed for 30 days after their end.")
  Page<DeliveryResponse> list(
      Caller caller,
      @PathVariable String id,
      PageRequest page,
      @Parameter(description = "pending, succeeded, failed or cancelled")
          @RequestParam(required = false)
          @Nullable String status,
      @Parameter(description = "Only of this event")
          @RequestParam(name = "event_id", required = false)
          @Nullable String eventId) {
    if (status != null
        && Arrays.stream(Delivery.Status.values()).noneMatch(one -> one.word().equals(status))) {
      throw Problems.validationFailed()
          .violation("status", "unknown_value", "must be pending, succeeded, failed or cancelled");
    }
    return Page.of(
        deliveries.list(webhooks.get(caller, id), status, eventId, page),
        page,
        Delivery::id,
        DeliveryResponse::of);
  }

  @Unversioned("it is changed by nobody but us")
  @GetMapping("/{deliveryId}")
  @RequiresScope("webhooks:read")
  @Operation(
      operationId = "getWebhookDelivery",
      summary = "Get a delivery and what came of each try")
  DeliveryResponse.Log get(
      Caller caller, @PathVariable String id, @PathVariable String deliveryId) {
    Delivery delivery = webhooks.delivery(webhooks.get(caller, id), deliveryId);
    return new DeliveryResponse.Log(
        DeliveryResponse.of(delivery),
        deliveries.attempts(delivery).stream().map(AttemptResponse::of).toList());
  }

  @Idempotent
  @Unversioned("it is changed by nobody but us")
  @PostMapping("/{deliveryId}/redeliver")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @RequiresScope("webhooks:write")
  @Operation(
      operationId = "redeliverWebhook",
      summary = "Send the event of a delivery once more",
      description = "As a delivery of its own, behind those of the same resource that still wait.")
  @ApiResponse(responseCode = "202", description = "The new delivery")
  DeliveryResponse redeliver(
      Caller caller, @PathVariable String id, @PathVariable String deliveryId) {
    return DeliveryResponse.of(webhooks.redeliver(caller, id, deliveryId));
  }
}
