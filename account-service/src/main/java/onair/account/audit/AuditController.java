package onair.account.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.audit.AuditEntry;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Unversioned;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log over HTTP. */
@RestController
@RequestMapping("/v1/audit-log")
@RequiresScope("audit:read")
@Tag(name = "audit-log", description = "Who changed what, from where, and what it was before")
class AuditController {

  private final AuditStore entries;

  AuditController(AuditStore entries) {
    this.entries = entries;
  }

  @GetMapping
  @Operation(
      operationId = "listAuditLog",
      summary = "List changes",
      description =
          "Newest first. A change is here a moment after it was made. Refused requests changed"
              + " nothing and are not here.")
  Page<AuditResponse> list(
      Caller caller,
      PageRequest page,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String operation,
      @RequestParam(required = false) @Nullable String object,
      @RequestParam(name = "resource_id", required = false) @Nullable String resourceId,
      @RequestParam(name = "request_id", required = false) @Nullable String requestId) {
    var wanted = new AuditQuery(actor, operation, object, resourceId, requestId);
    return Page.of(
        entries.list(caller.organizationId(), wanted, page),
        page,
        AuditEntry::id,
        AuditResponse::of);
  }

  @GetMapping("/{id}")
  @Unversioned("An entry never changes.")
  @Operation(operationId = "getAuditEntry", summary = "Get a change")
  AuditResponse get(Caller caller, @PathVariable String id) {
    return entries
        .find(caller.organizationId(), id)
        .map(AuditResponse::of)
        .orElseThrow(() -> Problems.notFound("audit entry", id));
  }
}
