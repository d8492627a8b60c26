package onair.account.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import onair.common.idempotency.Idempotent;
import onair.common.idempotency.LateTransaction;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import onair.common.version.Unversioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/webhooks")
@Tag(name = "webhooks", description = "Events, sent to your own address and signed")
final class WebhookController {

  private static final String NO_STORE = "no-store";

  private final Webhooks commands;
  private final WebhookTests tests;
  private final WebhookStore webhooks;

  WebhookController(Webhooks commands, WebhookTests tests, WebhookStore webhooks) {
    this.commands = commands;
    this.tests = tests;
    this.webhooks = webhooks;
  }

  @Idempotent
  @PostMapping
  @RequiresScope("webhooks:write")
  @Operation(
      operationId = "createWebhook",
      summary = "Create a webhook",
      description =
          "It is told of what happens from now on; replay sends what happened before. The reply is"
              + " the only place the secret is ever told.")
  @ApiResponse(responseCode = "201", description = "The webhook")
  Tagged<WebhookResponse> create(
      Caller caller, @RequestBody WebhookRequest wanted, LateTransaction transaction) {
    commands.check(wanted.url(), wanted.types());
    transaction.begin();
    WebhookResponse made = commands.create(caller, wanted);
    return Tagged.created(1, made, "/v1/webhooks/" + made.id())
        .showing(Long.toString(made.sequence()))
        .with(HttpHeaders.CACHE_CONTROL, NO_STORE);
  }

  @GetMapping
  @RequiresScope("webhooks:read")
  @Operation(operationId = "listWebhooks", summary = "List webhooks", description = "Newest first.")
  Page<WebhookResponse> list(
      Caller caller,
      PageRequest page,
      MetadataFilter metadata,
      @Parameter(description = "Only those that are enabled, or disabled")
          @RequestParam(required = false)
          @Nullable String status) {
    if (status != null && !Set.of("enabled", "disabled").contains(status)) {
      throw Problems.validationFailed()
          .violation("status", "unknown_value", "must be enabled or disabled");
    }
    return Page.of(
        webhooks.list(caller.organizationId(), status, metadata, page),
        page,
        Webhook::id,
        WebhookResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("webhooks:read")
  @Operation(operationId = "getWebhook", summary = "Get a webhook")
  Tagged<WebhookResponse> get(Caller caller, @PathVariable String id) {
    return tagged(commands.get(caller, id));
  }

  @PatchMapping("/{id}")
  @RequiresScope("webhooks:write")
  @Operation(
      operationId = "updateWebhook",
      summary = "Change a webhook",
      description =
          "Enabled again, it goes on where it stopped: nothing that happened in between is left"
              + " out.")
  Tagged<WebhookResponse> update(
      Caller caller, @PathVariable String id, IfMatch ifMatch, @RequestBody WebhookPatch patch) {
    return tagged(commands.update(caller, id, ifMatch, patch));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("webhooks:write")
  @Operation(
      operationId = "deleteWebhook",
      summary = "Delete a webhook",
      description = "Nothing more is sent there, and its deliveries are forgotten.")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @ApiResponse(responseCode = "204", description = "It is gone")
  void delete(Caller caller, @PathVariable String id, IfMatch ifMatch) {
    commands.delete(caller, id, ifMatch);
  }

  @Idempotent
  @PostMapping("/{id}/secret:rotate")
  @RequiresScope("webhooks:write")
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Change the secret of a webhook",
      description =
          "Messages are signed with both secrets for a while, so receivers can change theirs at"
              + " leisure. The reply is the only place the new one is ever told.")
  @ApiResponse(responseCode = "200", description = "The webhook with its new secret")
  Tagged<WebhookResponse> rotate(
      Caller caller, @PathVariable String id, @RequestBody RotateRequest wanted) {
    WebhookResponse rotated = commands.rotate(caller, id, wanted.overlap());
    Webhook webhook = commands.get(caller, id);
    return Tagged.found(webhook.version(), rotated)
        .showing(webhook.progress())
        .with(HttpHeaders.CACHE_CONTROL, NO_STORE);
  }

  @Idempotent
  @PostMapping("/{id}/replay")
  @RequiresScope("webhooks:write")
  @Operation(
      operationId = "replayWebhook",
      summary = "Send events once more",
      description =
          "Every event behind the sequence is sent in the order of the log. What waits to be sent"
              + " beyond it is cancelled, as it comes again in its place.")
  @ApiResponse(responseCode = "202", description = "The webhook")
  Tagged<WebhookResponse> replay(
      Caller caller, @PathVariable String id, @RequestBody ReplayRequest wanted) {
    Webhook webhook = commands.replay(caller, id, wanted.after());
    return Tagged.accepted(webhook.version(), WebhookResponse.of(webhook))
        .showing(webhook.progress());
  }

  @Idempotent
  @PostMapping("/{id}/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @RequiresScope("webhooks:write")
  @Unversioned("nothing is kept of it but the event")
  @Operation(
      operationId = "testWebhook",
      summary = "Try a webhook",
      description =
          "Tells the event webhook.test, which this webhook alone is sent, whatever its types. It"
              + " goes the way of all events, so it stands in the log, and what came of it in the"
              + " deliveries: look for its event_id there. It is sent once, and not again when the"
              + " receiver does not take it.")
  @ApiResponse(responseCode = "202", description = "The event that is sent")
  @ApiResponse(responseCode = "409", description = "`webhook_disabled`: nothing is sent there")
  WebhookTestResponse test(Caller caller, @PathVariable String id) {
    return tests.send(caller, id);
  }

  private static Tagged<WebhookResponse> tagged(Webhook webhook) {
    return Tagged.found(webhook.version(), WebhookResponse.of(webhook)).showing(webhook.progress());
  }
}
