package onair.channel.inventory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.plan.Catalog;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.sweep.Orphan;
import onair.common.sweep.Orphans;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orphans over HTTP, for operators. */
@RestController
@RequestMapping("/v1/orphans")
@Tag(name = "orphans", description = "What is in AWS and belongs to nobody (operations)")
class OrphanController {

  private final Orphans orphans;
  private final Catalog catalog;

  OrphanController(Orphans orphans, Catalog catalog) {
    this.orphans = orphans;
    this.catalog = catalog;
  }

  @GetMapping
  @RequiresScope("ops:read")
  @Operation(
      operationId = "listOrphans",
      summary = "List orphans",
      description =
          "What carries the organization's name in AWS, and nothing of ours knows it. Each is removed"
              + " when it is still there after a while. Newest first; those that are gone are shown"
              + " for a few days.")
  Page<OrphanResponse> list(Caller caller, PageRequest page) {
    return Page.of(
        orphans.list(caller.organizationId(), page),
        page,
        Orphan::id,
        orphan -> OrphanResponse.of(orphan, catalog));
  }
}
