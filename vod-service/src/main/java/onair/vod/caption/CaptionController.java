package onair.vod.caption;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
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
import onair.vod.asset.AssetCommands;
import onair.vod.delivery.ViewerAddresses;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Captions of an asset over HTTP; what belongs to another organization is not found. */
@RestController
@RequestMapping("/v1/assets/{asset_id}/captions")
@Tag(name = "captions", description = "Texts that viewers may have shown with an asset")
class CaptionController {

  private final CaptionCommands commands;
  private final CaptionStore captions;
  private final AssetCommands assets;
  private final ViewerAddresses addresses;

  CaptionController(
      CaptionCommands commands,
      CaptionStore captions,
      AssetCommands assets,
      ViewerAddresses addresses) {
    this.commands = commands;
    this.captions = captions;
    this.assets = assets;
    this.addresses = addresses;
  }

  @PostMapping
  @Idempotent
  @RequiresScope("assets:write")
  @Operation(
      operationId = "createCaption",
      summary = "Add a caption to an asset",
      description =
          "Players of HLS offer it by its name. Who begins to watch a second after it is ready has it"
              + " to choose; who is watching already has it after a reload. A WebVTT file that"
              + " players would not read to its end is refused, with each line that is wrong.")
  @ApiResponse(
      responseCode = "202",
      description = "The caption",
      headers = @Header(name = "Location"))
  @ApiResponse(
      responseCode = "409",
      description =
          "`status_conflict`: the asset is not ready. `caption_name_taken`: the asset has a caption"
              + " of that name.")
  @ApiResponse(
      responseCode = "422",
      description = "`caption_limit_reached`: the asset has as many captions as it can have.")
  Tagged<CaptionResponse> create(
      Caller caller,
      @PathVariable("asset_id") String assetId,
      @RequestBody CaptionRequest request) {
    Caption caption = commands.create(caller.organizationId(), assetId, request);
    return Tagged.accepted(caption.version(), response(caption))
        .at("/v1/assets/" + assetId + "/captions/" + caption.id());
  }

  @GetMapping
  @RequiresScope("assets:read")
  @Operation(operationId = "listCaptions", summary = "List an asset's captions")
  Page<CaptionResponse> list(
      Caller caller,
      @PathVariable("asset_id") String assetId,
      PageRequest page,
      MetadataFilter metadata) {
    return Page.of(
        captions.list(assets.known(caller.organizationId(), assetId), metadata, page),
        page,
        Caption::id,
        this::response);
  }

  @GetMapping("/{id}")
  @RequiresScope("assets:read")
  @Operation(operationId = "getCaption", summary = "Get a caption")
  Tagged<CaptionResponse> get(
      Caller caller, @PathVariable("asset_id") String assetId, @PathVariable String id) {
    Caption caption =
        captions
            .find(caller.organizationId(), assetId, id)
            .orElseThrow(() -> CaptionProblems.notFound(id));
    return Tagged.found(caption.version(), response(caption));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("assets:write")
  @Operation(
      operationId = "deleteCaption",
      summary = "Delete a caption",
      description =
          "Players are offered it no more; who is watching already has it until a reload, or until"
              + " its file is asked for anew. It is shown as deleted until then, and not found"
              + " afterwards.")
  @ApiResponse(responseCode = "202", description = "The caption")
  @ApiResponse(responseCode = "409", description = "The asset is being removed")
  Tagged<CaptionResponse> delete(
      Caller caller,
      @PathVariable("asset_id") String assetId,
      @PathVariable String id,
      IfMatch ifMatch) {
    Caption caption = commands.delete(caller.organizationId(), assetId, id, ifMatch);
    return Tagged.accepted(caption.version(), response(caption));
  }

  private CaptionResponse response(Caption caption) {
    return CaptionResponse.of(caption, addresses.baseUrl().orElse(null));
  }
}
