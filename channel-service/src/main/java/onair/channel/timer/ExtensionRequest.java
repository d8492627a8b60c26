package onair.channel.timer;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import onair.common.constraint.OneOf;
import org.jspecify.annotations.Nullable;

/** How much longer a timer is to last this time. */
@Schema(name = "TimerExtensionRequest")
record ExtensionRequest(
    @Schema(example = "600", description = "1 second to a day, on top of earlier extensions.")
        @NotNull
        @Min(1)
        @Max(86_400)
        Integer seconds,
    @Schema(example = "maximum_duration", description = "The one that would end next if not given.")
        @OneOf(value = {"never_connected", "input_lost", "maximum_duration"})
        @Nullable String timer) {}
