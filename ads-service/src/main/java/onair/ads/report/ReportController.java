package onair.ads.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP. They stay when the campaign or the creative is gone. */
@RestController
@RequestMapping("/v1/ad-reports")
@Tag(name = "ad-reports", description = "What viewers saw")
class ReportController {

  private final ReportStore reports;

  ReportController(ReportStore reports) {
    this.reports = reports;
  }

  @GetMapping
  @RequiresScope("ads:read")
  @Operation(
      operationId = "listAdReports",
      summary = "List what was seen",
      description =
          "One row per campaign, creative and day, newest day first. Everything is counted once,"
              + " however often it was told; a row is up to date when the answer is sent.")
  Page<ReportResponse> list(
      Caller caller,
      PageRequest page,
      @RequestParam(name = "campaign_id", required = false) @Nullable String campaignId,
      @RequestParam(name = "creative_id", required = false) @Nullable String creativeId,
      @Parameter(description = "First day", example = "2026-12-01") @RequestParam(required = false)
          @Nullable String from,
      @Parameter(description = "Last day", example = "2026-12-24") @RequestParam(required = false)
          @Nullable String to) {
    var filter = new ReportFilter(campaignId, creativeId, Days.of(from, to));
    return Page.of(
        reports.list(caller.organizationId(), filter, page),
        page,
        ReportRow::key,
        ReportResponse::of);
  }
}
