package onair.channel.simulcast;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Metadata;
import onair.common.outgoing.TargetCheck;
import org.jspecify.annotations.Nullable;

/** A new simulcast target as it is asked for. */
@Schema(name = "SimulcastTargetRequest")
record SimulcastTargetRequest(
    @Schema(example = "Our social page", maxLength = LONGEST_NAME)
        @NotBlank
        @Size(max = LONGEST_NAME)
        String name,
    @Schema(
            example = "rtmps://live.example.com:443/app",
            description = "rtmp or rtmps, host, port if need be, and application; no key.")
        @NotNull
        @Size(max = TargetCheck.LONGEST)
        @Pattern(
            regexp = FORM,
            message = "must be like rtmps://live.example.com:443/app, without a key or a query")
        String url,
    @Schema(
            example = "abcd-1234-efgh-5678",
            description = "What the server knows the broadcast by; never shown again.")
        @NotNull
        @Size(min = 4, max = 512)
        @Pattern(regexp = "[!-~]+", message = "must be visible ASCII without spaces")
        String streamKey,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata) {

  static final int LONGEST_NAME = 255;

  /** What MediaLive is sure to take: an address it refuses would keep the channel off the air. */
  static final String FORM = "rtmps?://[^/?#\\s@]+(/[A-Za-z0-9._~-]+)+/?";

  /** Without the slash some servers tell at its end. */
  String plainUrl() {
    return url.replaceFirst("/$", "");
  }

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "SimulcastTargetRequest[" + url + "]";
  }
}
