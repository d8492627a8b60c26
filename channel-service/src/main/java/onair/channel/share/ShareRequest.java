package onair.channel.share;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Ipv4Range;
import onair.common.constraint.Metadata;
import onair.common.constraint.OneOf;
import org.jspecify.annotations.Nullable;

/** A new share as it is asked for. */
@Schema(name = "ShareRequest")
record ShareRequest(
    @Schema(example = "Partner studio", maxLength = LONGEST_NAME)
        @NotBlank
        @Size(max = LONGEST_NAME)
        String name,
    @Schema(example = "srt-listener", defaultValue = "srt-listener")
        @OneOf(
            value = "srt-listener",
            planned = {"srt-caller", "rtp", "rist", "zixi-pull"})
        @Nullable String protocol,
    @Schema(
            example = "[\"198.51.100.0/24\"]",
            description = "Who may receive: 1 to 10 IPv4 ranges.")
        @NotNull
        @Size(min = 1, max = 10)
        List<@Ipv4Range String> allowedCidrs,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata) {

  static final int LONGEST_NAME = 255;
  static final String PROTOCOL = "srt-listener";

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }
}
