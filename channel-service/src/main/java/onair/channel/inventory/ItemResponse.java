package onair.channel.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An AWS resource as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "InventoryItem")
record ItemResponse(
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc/medialive-channel") String id,
    @Schema(example = "inventory_item") String object,
    @Schema(
            example = "present",
            description = "Whether it is to stay.",
            allowableValues = {"present", "removing"})
        String status,
    @Schema(example = "medialive-channel") String kind,
    @Schema(example = "1000001", description = "Id, name or ARN by which AWS knows it.")
        String physicalId,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc", description = "What of ours it belongs to.")
        String ownerId,
    @Schema(example = "1", description = "How often it has been made.") long generation,
    @Schema(example = "RUNNING", description = "AWS's word for it when it was last looked at.")
        @Nullable String state,
    @Schema(description = "In plain words, why it is not as wanted; null when it is.")
        @Nullable String statusReason,
    @Schema(description = "When its id was learned.") Instant createdAt) {

  static ItemResponse of(Item item) {
    return new ItemResponse(
        item.id(),
        "inventory_item",
        item.wanted() ? "present" : "removing",
        item.key().kind(),
        item.physicalId(),
        item.key().owner(),
        item.generation(),
        item.state(),
        item.reason(),
        item.since());
  }
}
