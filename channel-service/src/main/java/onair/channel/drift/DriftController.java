package onair.channel.drift;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.channel.drift.Drift.Status;
import onair.common.idempotency.Idempotent;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Tagged;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drift over HTTP, for operators. That of another organization is not found. */
@RestController
@RequestMapping("/v1/drift")
@Tag(name = "drift", description = "Settings in AWS that are not as asked for (operations)")
class DriftController {

  private final DriftStore store;
  private final DriftCommands commands;

  DriftController(DriftStore store, DriftCommands commands) {
    this.store = store;
    this.commands = commands;
  }

  @GetMapping
  @RequiresScope("ops:read")
  @Operation(
      operationId = "listDrift",
      summary = "List drift",
      description = "One for each setting that somebody changed in AWS. Newest first.")
  Page<DriftResponse> list(Caller caller, PageRequest page) {
    return Page.of(store.list(caller.organizationId(), page), page, Drift::id, DriftResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("ops:read")
  @Operation(operationId = "getDrift", summary = "Get a drift")
  Tagged<DriftResponse> get(Caller caller, @PathVariable String id) {
    Drift drift = commands.find(caller.organizationId(), id);
    return Tagged.found(drift.version(), DriftResponse.of(drift));
  }

  @PostMapping("/{id}/repair")
  @Idempotent
  @RequiresScope("ops:write")
  @Operation(
      operationId = "repairDrift",
      summary = "Repair a drift",
      description =
          "Has the setting made as asked for again, at once while the channel is on air where AWS"
              + " allows that, and before its next start otherwise.")
  @ApiResponse(responseCode = "202", description = "The drift")
  @ApiResponse(responseCode = "409", description = "It is as asked for again")
  Tagged<DriftResponse> repair(Caller caller, @PathVariable String id) {
    Drift drift = commands.decide(caller.organizationId(), id, Status.REPAIRING);
    return Tagged.accepted(drift.version(), DriftResponse.of(drift));
  }

  @PostMapping("/{id}/adopt")
  @Idempotent
  @RequiresScope("ops:write")
  @Operation(
      operationId = "adoptDrift",
      summary = "Adopt a drift",
      description =
          "Leaves the setting as it was found, until the resource is made anew. It is told again"
              + " when it becomes something else.")
  @ApiResponse(responseCode = "200", description = "The drift")
  @ApiResponse(responseCode = "409", description = "It is as asked for again")
  Tagged<DriftResponse> adopt(Caller caller, @PathVariable String id) {
    Drift drift = commands.decide(caller.organizationId(), id, Status.ADOPTED);
    return Tagged.found(drift.version(), DriftResponse.of(drift));
  }

  @PostMapping("/{id}/ignore")
  @Idempotent
  @RequiresScope("ops:write")
  @Operation(
      operationId = "ignoreDrift",
      summary = "Ignore a drift",
      description = "Whatever becomes of the setting while it differs, it is not told again.")
  @ApiResponse(responseCode = "200", description = "The drift")
  @ApiResponse(responseCode = "409", description = "It is as asked for again")
  Tagged<DriftResponse> ignore(Caller caller, @PathVariable String id) {
    Drift drift = commands.decide(caller.organizationId(), id, Status.IGNORED);
    return Tagged.found(drift.version(), DriftResponse.of(drift));
  }
}
