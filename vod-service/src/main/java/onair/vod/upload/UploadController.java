package onair.vod.upload;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import onair.common.audit.LooksFurther;
import onair.common.idempotency.Idempotent;
import onair.common.idempotency.LateTransaction;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.plan.DryRun;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Uploads over HTTP. The file itself never comes here: each part is sent straight to S3, to the
 * address given for it. An upload of another organization is not found.
 */
@RestController
@RequestMapping("/v1/uploads")
@Tag(name = "uploads", description = "Files on their way into assets, in parts that can be resumed")
class UploadController {

  private final UploadCommands commands;
  private final UploadStore uploads;
  private final Parts parts;
  private final UploadPlans plans;

  UploadController(UploadCommands commands, UploadStore uploads, Parts parts, UploadPlans plans) {
    this.commands = commands;
    this.uploads = uploads;
    this.parts = parts;
    this.plans = plans;
  }

  @PostMapping
  @Idempotent(required = true)
  @RequiresScope("assets:write")
  @Operation(
      operationId = "createUpload",
      summary = "Begin an upload",
      description =
          "Cut the file into parts of part_size_bytes, the last one may be shorter, and PUT each to"
              + " its address. Keep the ETag of each answer for completing the upload. A rehearsal"
              + " shows what a film of full HD costs by the minute; smaller ones cost less.")
  @ApiResponse(
      responseCode = "201",
      description = "The upload",
      headers = @Header(name = "Location"))
  Tagged<UploadResponse> create(
      Caller caller,
      @RequestBody UploadRequest request,
      DryRun dryRun,
      LateTransaction transaction) {
    dryRun.shows(plans::create);
    Upload upload =
        dryRun.wanted()
            ? commands.rehearse(caller.organizationId(), request)
            : commands.create(caller.organizationId(), request, transaction);
    return Tagged.created(
        upload.version(),
        UploadResponse.of(upload, parts.fresh(upload)),
        "/v1/uploads/" + upload.id());
  }

  @GetMapping
  @RequiresScope("assets:read")
  @Operation(
      operationId = "listUploads",
      summary = "List uploads",
      description =
          "Newest first; of one status by status. One that is waiting can go on: get it for the parts"
              + " that are there and fresh addresses for the others, which the list does not have.")
  Page<UploadSummary> list(
      Caller caller,
      PageRequest page,
      MetadataFilter metadata,
      @Parameter(schema = @Schema(type = "string", example = "waiting"))
          @RequestParam(required = false)
          @Nullable String status) {
    return Page.of(
        uploads.list(
            caller.organizationId(), new UploadFilter(status(status), metadata.wanted()), page),
        page,
        upload -> upload.id().value(),
        UploadSummary::of);
  }

  @GetMapping("/{id}")
  @LooksFurther
  @RequiresScope("assets:read")
  @Operation(
      operationId = "getUpload",
      summary = "Get an upload",
      description =
          "Which parts are there, and fresh addresses for all: what an upload that was cut off needs"
              + " to go on.")
  Tagged<UploadResponse> get(Caller caller, @PathVariable String id) {
    Upload upload = commands.find(caller.organizationId(), id);
    List<UploadResponse.UploadPart> present = parts.present(upload);
    Upload seen =
        upload.status() == UploadStatus.WAITING
                && present.stream().anyMatch(part -> part.etag() != null)
            ? upload.uploading(upload.updatedAt())
            : upload;
    return Tagged.found(upload.version(), UploadResponse.of(seen, present))
        .showing(Integer.toHexString(present.hashCode()));
  }

  @PostMapping("/{id}/complete")
  @Idempotent(required = true)
  @RequiresScope("assets:write")
  @Operation(
      operationId = "completeUpload",
      summary = "Complete an upload",
      description =
          "Once every part is there. When one is missing, or is not what was named, nothing is lost:"
              + " send it again and repeat this.")
  @ApiResponse(responseCode = "202", description = "The upload")
  Tagged<UploadResponse> complete(
      Caller caller,
      @PathVariable String id,
      @RequestBody CompleteRequest request,
      DryRun dryRun,
      LateTransaction transaction) {
    dryRun.shows(plans::complete);
    return accepted(commands.complete(caller.organizationId(), id, request.parts(), transaction));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("assets:write")
  @Operation(
      operationId = "cancelUpload",
      summary = "Cancel an upload",
      description = "Frees the parts that were sent. The asset that waited for it ends errored.")
  @ApiResponse(responseCode = "202", description = "The upload")
  Tagged<UploadResponse> cancel(Caller caller, @PathVariable String id, IfMatch ifMatch) {
    return accepted(commands.cancel(caller.organizationId(), id, ifMatch));
  }

  private static @Nullable UploadStatus status(@Nullable String word) {
    return word == null ? null : UploadStatus.find(word).orElseThrow(UploadProblems::unknownStatus);
  }

  private static Tagged<UploadResponse> accepted(Upload upload) {
    return Tagged.accepted(upload.version(), UploadResponse.of(upload, List.of()));
  }
}
