package onair.channel.waste;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.idempotency.Idempotent;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Unversioned;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Waste over HTTP, for operators. That of another organization is not found. */
@RestController
@RequestMapping("/v1/waste")
@Tag(name = "waste", description = "What is paid for and of use to nobody (operations)")
class WasteController {

  private final WasteReport report;
  private final Reclaims reclaims;

  WasteController(WasteReport report, Reclaims reclaims) {
    this.report = report;
    this.reclaims = reclaims;
  }

  @GetMapping
  @RequiresScope("ops:read")
  @Operation(
      operationId = "listWaste",
      summary = "List waste",
      description = "As far as it is known without asking AWS. The dearest first.")
  Page<WasteResponse> list(Caller caller, PageRequest page) {
    return Page.ofAll(report.of(caller.organizationId()), page, Waste::id, WasteResponse::of);
  }

  @PostMapping("/{id}/reclaim")
  @Idempotent
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Unversioned("is gone as soon as it is reclaimed")
  @RequiresScope("ops:write")
  @Operation(
      operationId = "reclaimWaste",
      summary = "Reclaim waste",
      description =
          "Asks for what ends it, which a user could ask for too: it is listed until that is done. A"
              + " channel that is released makes everything anew at its next start.")
  @ApiResponse(responseCode = "202", description = "What is being reclaimed")
  WasteResponse reclaim(Caller caller, @PathVariable String id) {
    Waste waste =
        report.find(caller.organizationId(), id).orElseThrow(() -> Problems.notFound("waste", id));
    reclaims.reclaim(caller.organizationId(), waste);
    return WasteResponse.of(waste);
  }
}
