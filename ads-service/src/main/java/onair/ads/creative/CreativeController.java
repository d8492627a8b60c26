package onair.ads.creative;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.jspecify.annotations.Nullable;
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

/** Creatives over HTTP. Faults are told as in {@link CreativeProblems}. */
@RestController
@RequestMapping("/v1/creatives")
@Tag(name = "creatives", description = "Assets shown as advertisements")
class CreativeController {

  private final Creatives commands;
  private final CreativeStore creatives;

  CreativeController(Creatives commands, CreativeStore creatives) {
    this.commands = commands;
    this.creatives = creatives;
  }

  @PostMapping
  @Idempotent
  @RequiresScope("ads:write")
  @Operation(
      operationId = "createCreative",
      summary = "Create a creative",
      description = "From an asset that is ready and was uploaded with mp4_download.")
  @ApiResponse(responseCode = "201", description = "The creative")
  Tagged<CreativeResponse> create(Caller caller, @RequestBody CreativeRequest request) {
    Creative creative = commands.create(caller.organizationId(), request);
    return Tagged.created(
        creative.version(), CreativeResponse.of(creative), "/v1/creatives/" + creative.id());
  }

  @GetMapping
  @RequiresScope("ads:read")
  @Operation(
      operationId = "listCreatives",
      summary = "List creatives",
      description = "Newest first; of one asset with asset_id.")
  Page<CreativeResponse> list(
      Caller caller,
      PageRequest page,
      MetadataFilter metadata,
      @RequestParam(name = "asset_id", required = false) @Nullable String assetId) {
    return Page.of(
        creatives.list(caller.organizationId(), assetId, metadata, page),
        page,
        Creative::id,
        CreativeResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("ads:read")
  @Operation(operationId = "getCreative", summary = "Get a creative")
  Tagged<CreativeResponse> get(Caller caller, @PathVariable String id) {
    return creatives
        .find(caller.organizationId(), id)
        .map(CreativeController::reply)
        .orElseThrow(() -> CreativeProblems.notFound(id));
  }

  @PatchMapping("/{id}")
  @RequiresScope("ads:write")
  @Operation(operationId = "updateCreative", summary = "Change a creative")
  Tagged<CreativeResponse> update(
      Caller caller, @PathVariable String id, IfMatch ifMatch, @RequestBody CreativePatch patch) {
    return reply(commands.update(caller.organizationId(), id, ifMatch, patch));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("ads:write")
  @Operation(
      operationId = "deleteCreative",
      summary = "Delete a creative",
      description = "Only when no campaign has it. Reports about it stay.")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @ApiResponse(responseCode = "204", description = "It is gone")
  @ApiResponse(responseCode = "409", description = "A campaign has it")
  void delete(Caller caller, @PathVariable String id, IfMatch ifMatch) {
    commands.delete(caller.organizationId(), id, ifMatch);
  }

  private static Tagged<CreativeResponse> reply(Creative creative) {
    return Tagged.found(creative.version(), CreativeResponse.of(creative));
  }
}
