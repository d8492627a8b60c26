package onair.channel.share;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.channel.live.ChannelDirectory;
import onair.common.idempotency.Idempotent;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.plan.Catalog;
import onair.common.plan.DryRun;
import onair.common.plan.Plan;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shares of a channel over HTTP. Faults are told as in {@link ShareProblems}; what belongs to
 * another organization is not found.
 */
@RestController
@RequestMapping("/v1/channels/{channel_id}/shares")
@Tag(
    name = "shares",
    description = "What is contributed by SRT, passed on to partners by SRT or within AWS")
class ShareController {

  private final ShareCommands commands;
  private final ShareStore shares;
  private final ChannelDirectory channels;
  private final Catalog catalog;
  private final @Nullable String host;

  /**
   * @param host what partners are told instead of the host AWS gives, if anything
   */
  ShareController(
      ShareCommands commands,
      ShareStore shares,
      ChannelDirectory channels,
      Catalog catalog,
      @Nullable String host) {
    this.commands = commands;
    this.shares = shares;
    this.channels = channels;
    this.catalog = catalog;
    this.host = host;
  }

  @PostMapping
  @Idempotent(required = true)
  @RequiresScope("channels:write")
  @Operation(
      operationId = "createShare",
      summary = "Share a channel with a partner",
      description =
          "Answers at once with the passphrase or the key. With srt-listener, the partner's receiver"
              + " connects to the url while the channel is on air; with entitlement, AWS accounts of"
              + " the partner take the channel's flow as the source of a flow of their own. What"
              + " goes out is billed by the gigabyte.")
  @ApiResponse(
      responseCode = "202",
      description = "The share",
      headers = @Header(name = "Location"))
  Tagged<ShareResponse> create(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @RequestBody ShareRequest request,
      DryRun dryRun) {
    Share share = commands.create(caller.organizationId(), channelId, request);
    dryRun.shows(() -> plan(share));
    return Tagged.accepted(share.version(), response(share, caller))
        .at("/v1/channels/" + channelId + "/shares/" + share.id());
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(operationId = "listShares", summary = "List a channel's shares")
  Page<ShareResponse> list(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      PageRequest page,
      MetadataFilter metadata) {
    if (channels.find(caller.organizationId(), channelId).isEmpty()) {
      throw ShareProblems.channelNotFound(channelId);
    }
    return Page.of(
        shares.list(channelId, metadata, page), page, Share::id, share -> response(share, caller));
  }

  @GetMapping("/{id}")
  @RequiresScope("channels:read")
  @Operation(operationId = "getShare", summary = "Get a share")
  Tagged<ShareResponse> get(
      Caller caller, @PathVariable("channel_id") String channelId, @PathVariable String id) {
    Share share =
        shares
            .find(id)
            .filter(there -> there.organizationId().equals(caller.organizationId()))
            .filter(there -> there.channelId().equals(channelId))
            .orElseThrow(() -> ShareProblems.notFound(id));
    return Tagged.found(share.version(), response(share, caller));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("channels:write")
  @Operation(
      operationId = "deleteShare",
      summary = "Delete a share",
      description = "Its receiver is cut off. It is not found once all of it is seen to be gone.")
  @ApiResponse(responseCode = "202", description = "The share")
  Tagged<ShareResponse> delete(
      Caller caller,
      @PathVariable("channel_id") String channelId,
      @PathVariable String id,
      IfMatch ifMatch) {
    Share share = commands.delete(caller.organizationId(), channelId, id, ifMatch);
    return Tagged.accepted(share.version(), response(share, caller));
  }

  /** Made as soon as the channel is on air, once for each share. */
  private Plan plan(Share share) {
    Grant grant = share.grant();
    var plan = catalog.plan("share.create");
    if (grant == null || grant.encrypted()) {
      plan.creates("secretsmanager", "secret", 1).costsByUse("secretsmanager secret", 1);
    }
    return grant == null
        ? plan.creates("mediaconnect", "output", 1)
            .needs("mediaconnect", "outputs of a flow", 1)
            .costsByUse("mediaconnect output gigabytes", 1)
            .done()
        : plan.creates("mediaconnect", "entitlement", 1)
            .needs("mediaconnect", "entitlements of a flow", 1)
            .costsByUse("mediaconnect entitlement gigabytes", 1)
            .done();
  }

  private ShareResponse response(Share share, Caller caller) {
    boolean keyShown = caller.has("channels:write") || caller.has("channels:control");
    return ShareResponse.of(share, host, keyShown);
  }
}
