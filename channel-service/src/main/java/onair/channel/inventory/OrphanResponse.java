package onair.channel.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import onair.common.plan.Catalog;
import onair.common.plan.Plan;
import onair.common.sweep.Orphan;
import org.jspecify.annotations.Nullable;

/** An orphan as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Orphan")
record OrphanResponse(
    @Schema(example = "orp_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "orphan") String object,
    @Schema(type = "string", example = "found") Orphan.Status status,
    @Schema(description = "In plain words, why it is not gone yet; null when nothing hinders.")
        @Nullable String statusReason,
    @Schema(example = "medialive-channel") String kind,
    @Schema(example = "1000001", description = "Id, name or ARN by which AWS knows it.")
        String physicalId,
    @Schema(
            example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc/medialive-channel",
            description = "What it was made for, as its tag says.")
        String resource,
    @Schema(example = "RUNNING", description = "AWS's word for it when it was last seen.")
        String state,
    @Schema(description = "What AWS bills for it as it is.") Plan.Price price,
    @Schema(description = "When it was first seen.") Instant createdAt,
    @Schema(description = "When it is removed if it is still there.") Instant removeAfter,
    @Schema(description = "When it was seen to be gone; null while it is there.")
        @Nullable Instant goneAt) {

  static OrphanResponse of(Orphan orphan, Catalog catalog) {
    var bill = catalog.plan("orphan");
    orphan.billed().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(item -> bill.costs(item.getKey(), item.getValue()));
    return new OrphanResponse(
        orphan.id(),
        "orphan",
        orphan.status(),
        orphan.reason(),
        orphan.kind(),
        orphan.physicalId(),
        orphan.resource(),
        orphan.state(),
        bill.done().price(),
        orphan.foundAt(),
        orphan.removeAfter(),
        orphan.goneAt());
  }
}
