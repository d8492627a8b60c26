package onair.vod.asset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.web.ETags;
import onair.common.web.MetadataFilter;
import onair.vod.delivery.ViewerAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Assets over HTTP. Nothing here waits for AWS. They are made by uploads and by recordings; an
 * asset of another organization is not found.
 */
@RestController
@RequestMapping("/v1/assets")
@Tag(name = "assets", description = "What was uploaded or recorded, and plays on demand")
class AssetController {

  private final AssetCommands commands;
  private final AssetStore assets;
  private final ViewerAddresses addresses;

  AssetController(AssetCommands commands, AssetStore assets, ViewerAddresses addresses) {
    this.commands = commands;
    this.assets = assets;
    this.addresses = addresses;
  }

  @GetMapping
  @RequiresScope("assets:read")
  @Operation(
      operationId = "listAssets",
      summary = "List assets",
      description =
          "Newest first. Filters by status, and by metadata with parameters of the form"
              + " metadata.<key>=<value>.")
  Page<AssetResponse> list(
      Caller caller,
      PageRequest page,
      @Parameter(schema = @Schema(type = "string", example = "ready"))
          @RequestParam(required = false)
          @Nullable String status,
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
    var filter = new AssetFilter(status(status), MetadataFilter.of(parameters));
    String baseUrl = addresses.baseUrl().orElse(null);
    return Page.of(
        assets.list(caller.organizationId(), filter, page),
        page,
        asset -> asset.id().value(),
        asset -> AssetResponse.of(asset, baseUrl));
  }

  @GetMapping("/{id}")
  @RequiresScope("assets:read")
  @Operation(operationId = "getAsset", summary = "Get an asset")
  ResponseEntity<AssetResponse> get(Caller caller, @PathVariable String id) {
    return reply(
        HttpStatus.OK,
        AssetId.parse(id)
            .flatMap(assetId -> assets.find(caller.organizationId(), assetId))
            .orElseThrow(() -> AssetProblems.notFound(id)));
  }

  @PatchMapping("/{id}")
  @RequiresScope("assets:write")
  @Operation(operationId = "updateAsset", summary = "Change an asset's name or metadata")
  ResponseEntity<AssetResponse> update(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody AssetPatch patch) {
    return reply(HttpStatus.OK, commands.update(caller.organizationId(), id, ifMatch, patch));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("assets:write")
  @Operation(
      operationId = "deleteAsset",
      summary = "Delete an asset",
      description =
          "From any status. The asset is shown as deleted while its upload, its job and its files"
              + " are removed, and is not found once all of it is seen to be gone.")
  @ApiResponse(responseCode = "202", description = "The asset")
  ResponseEntity<AssetResponse> delete(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return reply(HttpStatus.ACCEPTED, commands.delete(caller.organizationId(), id, ifMatch));
  }

  private ResponseEntity<AssetResponse> reply(HttpStatus status, Asset asset) {
    return ResponseEntity.status(status)
        .eTag(ETags.of(asset.version()))
        .body(AssetResponse.of(asset, addresses.baseUrl().orElse(null)));
  }

  private static @Nullable AssetStatus status(@Nullable String word) {
    return word == null ? null : AssetStatus.find(word).orElseThrow(AssetProblems::unknownStatus);
  }
}
