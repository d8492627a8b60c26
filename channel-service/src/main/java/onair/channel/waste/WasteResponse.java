package onair.channel.waste;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import onair.channel.cost.Usage;
import onair.channel.waste.Waste.HourlyPrice;
import onair.common.plan.Money;
import org.jspecify.annotations.Nullable;

/** Waste as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Waste")
record WasteResponse(
    @Schema(example = "idle_encoder.ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "waste") String object,
    @Schema(type = "string", example = "idle_encoder") WasteKind kind,
    @Schema(example = "The encoder of a channel off the air is kept.") String detail,
    @Schema(
            example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc",
            description = "The channel, or the orphan, it is about.")
        String resourceId,
    Instant since,
    @Schema(description = "At list prices; null when nothing tells what it costs, or it is free.")
        @Nullable Money perHour,
    @Schema(example = "false", description = "Whether its source tells this very price.")
        boolean verified,
    @Schema(description = "The day of the price.") @Nullable LocalDate asOf,
    @Schema(
            type = "string",
            example = "release",
            description =
                "What reclaiming does: `stop` the channel, `release` what it keeps, `retry` its"
                    + " removal, `remove` the orphan.")
        WasteKind.Reclaim reclaim) {

  static WasteResponse of(Waste waste) {
    HourlyPrice price = waste.price();
    return new WasteResponse(
        waste.id(),
        "waste",
        waste.kind(),
        waste.kind().plainly(),
        waste.subject(),
        waste.since(),
        price == null ? null : Money.of(price.amount(), Usage.CURRENCY),
        price != null && price.verified(),
        price == null ? null : price.asOf(),
        waste.kind().reclaim());
  }
}
