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

/** How well breaks were filled over HTTP. */
@RestController
@RequestMapping("/v1/ad-fill-reports")
@Tag(name = "ad-reports", description = "What viewers saw")
class FillReportController {

  private final FillReportStore reports;

  FillReportController(FillReportStore reports) {
    this.reports = reports;
  }

  @GetMapping
  @RequiresScope("ads:read")
  @Operation(
      operationId = "listAdFillReports",
      summary = "List how well breaks were filled",
      description =
          "One row per channel and day, newest day first. A session counts once in a break, with the"
              + " first answer it was given; ads before films are left out, as nobody signals them.")
  Page<FillReportResponse> list(
      Caller caller,
      PageRequest page,
      @Parameter(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc")
          @RequestParam(name = "channel_id", required = false)
          @Nullable String channelId,
      @Parameter(description = "First day", example = "2026-12-01") @RequestParam(required = false)
          @Nullable String from,
      @Parameter(description = "Last day", example = "2026-12-24") @RequestParam(required = false)
          @Nullable String to) {
    return Page.of(
        reports.list(caller.organizationId(), channelId, Days.of(from, to), page),
        page,
        FillRow::key,
        FillReportResponse::of);
  }
}
