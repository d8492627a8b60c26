package onair.ads.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Unversioned;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What became of breaks over HTTP. The channel service has the break itself, and knows it before it
 * is signalled; here it is known from the signal on, and stays when the channel is gone.
 */
@RestController
@Tag(name = "ad-reports", description = "What viewers saw")
class BreakReportController {

  private static final String LATE =
      " Beacons count for a day after the decision, late ones too and each once; decisions are in"
          + " the report within a second.";

  private final BreakReportStore reports;

  BreakReportController(BreakReportStore reports) {
    this.reports = reports;
  }

  @GetMapping("/v1/channels/{channel_id}/ad-breaks/{id}/report")
  @RequiresScope("ads:read")
  @Operation(
      operationId = "getAdBreakReport",
      summary = "Get what became of an ad break",
      description =
          "From the signal to each ad: what is known to have happened, what has not, and what nobody"
              + " measured. There is one as soon as the break was signalled."
              + LATE)
  @Unversioned("it is added up when it is asked for")
  BreakReportResponse get(
      Caller caller, @PathVariable("channel_id") String channelId, @PathVariable String id) {
    return reports
        .find(caller.organizationId(), channelId, id)
        .map(BreakReportResponse::of)
        .orElseThrow(() -> Problems.notFound("ad break", id));
  }

  @GetMapping("/v1/ad-break-reports")
  @RequiresScope("ads:read")
  @Operation(
      operationId = "listAdBreakReports",
      summary = "List what became of ad breaks",
      description = "The break signalled last comes first." + LATE)
  Page<BreakReportResponse> list(
      Caller caller,
      PageRequest page,
      @Parameter(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc")
          @RequestParam(name = "channel_id", required = false)
          @Nullable String channelId) {
    return Page.of(
        reports.list(caller.organizationId(), channelId, page),
        page,
        report -> report.row().key(),
        BreakReportResponse::of);
  }
}
