package onair.ads.creative;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import onair.ads.content.Film;
import org.jspecify.annotations.Nullable;

/** A creative as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Creative")
record CreativeResponse(
    @Schema(example = "crv_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "creative") String object,
    @Schema(example = "Spring sale, 15 s") String name,
    @Schema(
            example = "ready",
            allowableValues = {"ready", "unavailable"},
            description = "Unavailable: its asset cannot be shown (any more).")
        String status,
    @Schema(example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc") String assetId,
    @Schema(example = "https://shop.example.com/spring") @Nullable String clickThroughUrl,
    @Schema(example = "15.04") @Nullable BigDecimal durationSeconds,
    @Schema(example = "1280") @Nullable Integer width,
    @Schema(example = "720") @Nullable Integer height,
    @Schema(example = "{\"brand\":\"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  private static final int MILLIS = 3;

  static CreativeResponse of(Creative creative) {
    Film film = creative.film();
    return new CreativeResponse(
        creative.id(),
        "creative",
        creative.name(),
        film == null ? "unavailable" : "ready",
        creative.assetId(),
        creative.clickThroughUrl(),
        film == null
            ? null
            : BigDecimal.valueOf(film.duration().toMillis(), MILLIS).stripTrailingZeros(),
        film == null ? null : film.width(),
        film == null ? null : film.height(),
        creative.metadata(),
        creative.createdAt(),
        creative.updatedAt());
  }
}
