package onair.account.apikey;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a new key shall be. */
@Schema(name = "NewApiKey")
record ApiKeyRequest(
    @NotBlank @Size(max = 255) @Schema(example = "Encoder in studio 2") String name,
    @NotNull
        @NotEmpty
        @Size(max = 50)
        @ArraySchema(
            schema = @Schema(example = "channels:read"),
            arraySchema =
                @Schema(description = "What the key may do; none you do not have yourself."))
        List<@NotNull String> scopes,
    @Nullable
        @Schema(
            description = "When the key stops working; never when left out.",
            example = "2099-01-31T12:00:00Z")
        Instant expiresAt,
    @Nullable @Size(max = 50) @Schema(example = "{\"crew\": \"a\"}")
        Map<@Size(min = 1, max = 40) String, @Size(max = 500) String> metadata) {

  ApiKeyRequest {
    scopes = scopes.stream().distinct().sorted().toList();
    metadata = metadata == null ? Map.of() : metadata;
  }
}
