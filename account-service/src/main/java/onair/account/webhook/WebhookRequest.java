package onair.account.webhook;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import onair.common.constraint.Metadata;
import onair.common.outgoing.TargetCheck;
import org.jspecify.annotations.Nullable;

/** What a new webhook shall be. */
@Schema(name = "NewWebhook")
record WebhookRequest(
    @NotBlank
        @Size(max = TargetCheck.LONGEST)
        @Schema(
            description = "Where events are sent, by POST. https, and on the public internet.",
            example = "https://example.com/onair/events")
        String url,
    @Nullable @Size(max = 255) @Schema(example = "Newsroom") String description,
    @Nullable
        @Size(max = 100)
        @ArraySchema(
            schema = @Schema(example = "channel.live"),
            arraySchema =
                @Schema(description = "Types that are sent; all but asset.progress when left out."))
        List<@NotNull String> types,
    @Nullable @Metadata @Schema(example = "{\"crew\": \"a\"}") Map<String, String> metadata) {

  List<String> typesOrAll() {
    return types == null ? List.of() : types.stream().distinct().sorted().toList();
  }

  Map<String, String> metadataOrNone() {
    return metadata == null ? Map.of() : metadata;
  }
}
