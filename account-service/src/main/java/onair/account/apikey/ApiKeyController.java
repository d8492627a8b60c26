package onair.account.apikey;

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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/api-keys")
@Tag(name = "api-keys", description = "Keys for programs. The secret is told once")
final class ApiKeyController {

  private final ApiKeys keys;

  ApiKeyController(ApiKeys keys) {
    this.keys = keys;
  }

  @Idempotent
  @PostMapping
  @RequiresScope("api-keys:write")
  @Operation(
      operationId = "createApiKey",
      summary = "Create an API key",
      description =
          "The reply is the only place the secret is ever told. Needs `api-keys:write` and every"
              + " scope the key gets.")
  @ApiResponse(responseCode = "201", description = "The key and its secret")
  Tagged<ApiKeyResponse> create(Caller caller, @RequestBody ApiKeyRequest wanted) {
    ApiKeyResponse made = keys.create(caller, wanted);
    return Tagged.created(1, made, "/v1/api-keys/" + made.id())
        .with(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping
  @RequiresScope("api-keys:read")
  @Operation(
      operationId = "listApiKeys",
      summary = "List API keys",
      description = "Newest first, those that ended included.")
  Page<ApiKeyResponse> list(Caller caller, PageRequest page, MetadataFilter metadata) {
    return keys.list(caller, metadata, page);
  }

  @GetMapping("/{id}")
  @RequiresScope("api-keys:read")
  @Operation(operationId = "getApiKey", summary = "Get an API key")
  Tagged<ApiKeyResponse> get(Caller caller, @PathVariable String id) {
    ApiKey key = keys.get(caller, id);
    return Tagged.found(key.version(), keys.describe(key));
  }

  @PatchMapping("/{id}")
  @RequiresScope("api-keys:write")
  @Operation(
      operationId = "updateApiKey",
      summary = "Rename an API key",
      description = "What it may do cannot be changed; make another key for that.")
  Tagged<ApiKeyResponse> update(
      Caller caller, @PathVariable String id, IfMatch ifMatch, @RequestBody ApiKeyPatch patch) {
    ApiKey key = keys.update(caller, id, ifMatch, patch);
    return Tagged.found(key.version(), keys.describe(key));
  }

  @Idempotent
  @PostMapping("/{id}/roll")
  @RequiresScope("api-keys:write")
  @Operation(
      operationId = "rollApiKey",
      summary = "Give an API key a new secret",
      description =
          "The reply is the only place the new secret is ever told. The one before works for the"
              + " overlap. Needs every scope the key has.")
  Tagged<ApiKeyResponse> roll(
      Caller caller, @PathVariable String id, @RequestBody RollRequest wanted) {
    return keys.roll(caller, id, wanted).with(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @DeleteMapping("/{id}")
  @RequiresScope("api-keys:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "revokeApiKey",
      summary = "Revoke an API key",
      description = "It stops working within five seconds. It stays listed as `revoked`.")
  void revoke(Caller caller, @PathVariable String id, IfMatch ifMatch) {
    keys.revoke(caller, id, ifMatch);
  }
}
