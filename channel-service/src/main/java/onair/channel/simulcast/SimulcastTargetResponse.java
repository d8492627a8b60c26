package onair.channel.simulcast;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A simulcast target as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "SimulcastTarget")
record SimulcastTargetResponse(
    @Schema(example = "smt_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "simulcast_target") String object,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    @Schema(example = "Our social page") String name,
    @Schema(type = "string", example = "broadcasting") SimulcastTarget.Status status,
    @Schema(
            description =
                "In plain words, what is wrong or waited for; null when nothing is. What is wrong"
                    + " is tried again for as long as the channel is on air.")
        @Nullable String statusReason,
    @Schema(example = "rtmps://live.example.com:443/app") String url,
    @Schema(example = "********5678", description = "Masked, for everybody.") String streamKey,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  static SimulcastTargetResponse of(SimulcastTarget target) {
    return new SimulcastTargetResponse(
        target.id(),
        "simulcast_target",
        target.channelId(),
        target.name(),
        target.status(),
        target.reason(),
        target.url(),
        target.maskedKey(),
        target.metadata(),
        target.createdAt(),
        target.updatedAt());
  }
}
