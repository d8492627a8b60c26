package onair.channel.ladder;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Ladders over HTTP: those that come with the service, and those of the caller's organization.
 * Faults are told as in {@link OwnLadders}.
 */
@RestController
@RequestMapping("/v1/presets/ladders")
@Tag(name = "presets", description = "What a channel can be made with")
class LadderController {

  private final OwnLadders ladders;

  LadderController(OwnLadders ladders) {
    this.ladders = ladders;
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(
      operationId = "listLadders",
      summary = "List the ladders a channel can name",
      description = "Those that come with the service, best first, then your own by name.")
  Page<LadderResponse> list(Caller caller, PageRequest page, MetadataFilter metadata) {
    return Page.ofAll(
        ladders.all(caller.organizationId(), metadata),
        page,
        LadderResponse::name,
        Function.identity());
  }

  @GetMapping("/{name}")
  @RequiresScope("channels:read")
  @Operation(operationId = "getLadder", summary = "Get a ladder")
  Tagged<LadderResponse> get(Caller caller, @PathVariable String name) {
    return Tagged.found(OwnLadder.VERSION, ladders.get(caller.organizationId(), name));
  }

  @PostMapping
  @Idempotent
  @RequiresScope("channels:write")
  @Operation(
      operationId = "createLadder",
      summary = "Create a ladder of your own",
      description =
          "Costs nothing. Every rule is checked before anything is made, and every one that is"
              + " broken is told with the rendition's name. A ladder does not change; channels keep"
              + " the one they were made with.")
  @ApiResponse(
      responseCode = "201",
      description = "The ladder",
      headers = @Header(name = "Location"))
  @ApiResponse(responseCode = "409", description = "`ladder_exists`: the name is taken")
  Tagged<LadderResponse> create(Caller caller, @RequestBody LadderRequest request) {
    var added = new OwnLadder(request.ladder(), request.metadataOrNone());
    LadderResponse ladder = ladders.add(caller.organizationId(), added);
    return Tagged.created(OwnLadder.VERSION, ladder, "/v1/presets/ladders/" + ladder.name());
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RequiresScope("channels:write")
  @Operation(
      operationId = "deleteLadder",
      summary = "Delete a ladder of your own",
      description = "Channels that were made with it keep it.")
  @ApiResponse(responseCode = "204", description = "It is gone")
  @ApiResponse(responseCode = "409", description = "`ladder_not_yours`: it comes with the service")
  void delete(Caller caller, @PathVariable String name, IfMatch ifMatch) {
    ladders.delete(caller.organizationId(), name, ifMatch);
  }
}
