package onair.vod.upload;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import onair.common.idempotency.Idempotent;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.web.ETags;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
  private final Parts parts;

  UploadController(UploadCommands commands, Parts parts) {
    this.commands = commands;
    this.parts = parts;
  }

  @PostMapping
  @Idempotent
  @RequiresScope("assets:write")
  @Operation(
      operationId = "createUpload",
      summary = "Begin an upload",
      description =
          "Cut the file into parts of part_size_bytes, the last one may be shorter, and PUT each to"
              + " its address. Keep the ETag of each answer for completing the upload.")
  @ApiResponse(
      responseCode = "201",
      description = "The upload",
      headers = @Header(name = "Location"))
  ResponseEntity<UploadResponse> create(
      Caller caller,
      @RequestBody UploadRequest request,
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
    refuseDryRun(parameters);
    Upload upload = commands.create(caller.organizationId(), request);
    return ResponseEntity.created(URI.create("/v1/uploads/" + upload.id()))
        .eTag(ETags.of(upload.version()))
        .body(UploadResponse.of(upload, parts.fresh(upload)));
  }

  @GetMapping("/{id}")
  @RequiresScope("assets:read")
  @Operation(
      operationId = "getUpload",
      summary = "Get an upload",
      description =
          "Which parts are there, and fresh addresses for all: what an upload that was cut off needs"
              + " to go on.")
  ResponseEntity<UploadResponse> get(Caller caller, @PathVariable String id) {
    Upload upload = commands.find(caller.organizationId(), id);
    List<UploadResponse.UploadPart> present = parts.present(upload);
    Upload seen =
        upload.status() == UploadStatus.WAITING
                && present.stream().anyMatch(part -> part.etag() != null)
            ? upload.uploading(upload.updatedAt())
            : upload;
    return ResponseEntity.ok().body(UploadResponse.of(seen, present));
  }

  @PostMapping("/{id}/complete")
  @Idempotent
  @RequiresScope("assets:write")
  @Operation(
      operationId = "completeUpload",
      summary = "Complete an upload",
      description =
          "Once every part is there. When one is missing, or is not what was named, nothing is lost:"
              + " send it again and repeat this.")
  @ApiResponse(responseCode = "202", description = "The upload")
  ResponseEntity<UploadResponse> complete(
      Caller caller, @PathVariable String id, @RequestBody CompleteRequest request) {
    return accepted(commands.complete(caller.organizationId(), id, request.parts()));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("assets:write")
  @Operation(
      operationId = "cancelUpload",
      summary = "Cancel an upload",
      description = "Frees the parts that were sent. The asset that waited for it ends errored.")
  @ApiResponse(responseCode = "202", description = "The upload")
  ResponseEntity<UploadResponse> cancel(Caller caller, @PathVariable String id) {
    return accepted(commands.cancel(caller.organizationId(), id));
  }

  /** What was meant as a rehearsal must not become the real thing. */
  private static void refuseDryRun(Map<String, String> parameters) {
    if (parameters.containsKey("dry_run") && !"false".equals(parameters.get("dry_run"))) {
      throw UploadProblems.noDryRun();
    }
  }

  private static ResponseEntity<UploadResponse> accepted(Upload upload) {
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .eTag(ETags.of(upload.version()))
        .body(UploadResponse.of(upload, List.of()));
  }
}
