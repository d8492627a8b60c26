package onair.vod.asset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import onair.vod.delivery.ViewerAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Assets over HTTP. Nothing here waits for AWS. They are made by uploads, recordings and clips; an
 * asset of another organization is not found.
 */
@RestController
@RequestMapping("/v1/assets")
@Tag(name = "assets", description = "What was uploaded, recorded or clipped, and plays on demand")
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
          "Newest first; of one status by status, and those whose name has it in it by name.")
  Page<AssetResponse> list(
      Caller caller,
      PageRequest page,
      MetadataFilter metadata,
      @Parameter(schema = @Schema(type = "string", example = "ready"))
          @RequestParam(required = false)
          @Nullable String status,
      @Parameter(
              description =
                  "Some of the name, in whatever case; every character stands for itself.",
              schema = @Schema(type = "string", example = "night"))
          @RequestParam(required = false)
          @Nullable String name) {
    var filter = new AssetFilter(status(status), name, metadata.wanted());
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
  Tagged<AssetResponse> get(Caller caller, @PathVariable String id) {
    return found(
        AssetId.parse(id)
            .flatMap(assetId -> assets.find(caller.organizationId(), assetId))
            .orElseThrow(() -> AssetProblems.notFound(id)));
  }

  @PatchMapping("/{id}")
  @RequiresScope("assets:write")
  @Operation(operationId = "updateAsset", summary = "Change an asset's name or metadata")
  @ApiResponse(responseCode = "200", description = "The asset")
  @ApiResponse(responseCode = "409", description = "The asset is being removed")
  Tagged<AssetResponse> update(
      Caller caller, @PathVariable String id, IfMatch ifMatch, @RequestBody AssetPatch patch) {
    return found(commands.update(caller.organizationId(), id, ifMatch, patch));
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
  Tagged<AssetResponse> delete(Caller caller, @PathVariable String id, IfMatch ifMatch) {
    Asset asset = commands.delete(caller.organizationId(), id, ifMatch);
    return Tagged.accepted(asset.version(), response(asset));
  }

  private Tagged<AssetResponse> found(Asset asset) {
    return Tagged.found(asset.version(), response(asset));
  }

  private AssetResponse response(Asset asset) {
    return AssetResponse.of(asset, addresses.baseUrl().orElse(null));
  }

  private static @Nullable AssetStatus status(@Nullable String word) {
    return word == null ? null : AssetStatus.find(word).orElseThrow(AssetProblems::unknownStatus);
  }
}
