package onair.channel.inventory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an organization has in AWS, for operators; as last seen, without asking AWS. */
@RestController
@RequestMapping("/v1/inventory")
@Tag(name = "inventory", description = "What live channels own in AWS (operations)")
class InventoryController {

  private final Items items;

  InventoryController(Items items) {
    this.items = items;
  }

  @GetMapping
  @RequiresScope("ops:read")
  @Operation(
      operationId = "listInventory",
      summary = "List what is in AWS",
      description = "Every AWS resource of the organization's channels, by what it belongs to.")
  Page<ItemResponse> list(Caller caller, PageRequest page) {
    return Page.of(items.list(caller.organizationId(), page), page, Item::id, ItemResponse::of);
  }
}
