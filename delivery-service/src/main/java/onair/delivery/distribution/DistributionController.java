package onair.delivery.distribution;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.RequiresScope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Distributions for operators; as last seen, without asking AWS. */
@RestController
@RequestMapping("/v1/distributions")
@Tag(name = "distributions", description = "The CDN that channels share (operations)")
class DistributionController {

  private final DistributionStore distributions;

  DistributionController(DistributionStore distributions) {
    this.distributions = distributions;
  }

  @GetMapping
  @RequiresScope("ops:read")
  @Operation(
      operationId = "listDistributions",
      summary = "List distributions",
      description = "Oldest first.")
  Page<DistributionResponse> list(PageRequest page) {
    return Page.ofAll(distributions.list(), page, Distribution::id, DistributionResponse::of);
  }
}
