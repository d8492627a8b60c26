package onair.channel.share;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Ipv4Range;
import onair.common.constraint.Metadata;
import onair.common.constraint.OneOf;
import org.hibernate.validator.constraints.UniqueElements;
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
            value = {ShareRequest.SRT, ShareRequest.ENTITLEMENT},
            planned = {"srt-caller", "rtp", "rist", "zixi-pull"})
        @Nullable String protocol,
    @Schema(
            example = "[\"198.51.100.0/24\"]",
            description = "For srt-listener, who may receive: 1 to 10 IPv4 ranges.")
        @Size(min = 1, max = 10)
        @Nullable List<@Ipv4Range String> allowedCidrs,
    @Schema(
            example = "[\"111122223333\"]",
            description =
                "For entitlement, which AWS accounts may take the channel's flow as a source of"
                    + " their own: 1 to 10.")
        @Size(min = 1, max = 10)
        @UniqueElements
        @Nullable
            List<
                @Pattern(regexp = "\\d{12}", message = "must be an AWS account of 12 digits")
                String>
            subscribers,
    @Schema(
            example = "0",
            description =
                "For entitlement, how much of what the transfer costs the subscriber pays.")
        @Min(0)
        @Max(100)
        @Nullable Integer subscriberFeePercent,
    @Schema(
            example = "aes256",
            defaultValue = "none",
            description = "For entitlement; with aes256 the subscriber needs the share's key.")
        @OneOf({"none", ShareRequest.AES256})
        @Nullable String encryption,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata) {

  static final int LONGEST_NAME = 255;
  static final String SRT = "srt-listener";
  static final String ENTITLEMENT = "entitlement";
  static final String AES256 = "aes256";

  boolean isEntitlement() {
    return ENTITLEMENT.equals(protocol);
  }

  /** To whom it is to be granted within AWS; absent when it is to be received by SRT. */
  @Nullable Grant grant() {
    return subscribers == null
        ? null
        : new Grant(
            subscribers,
            Objects.requireNonNullElse(subscriberFeePercent, 0),
            AES256.equals(encryption));
  }

  List<String> allowedCidrsOrNone() {
    return Objects.requireNonNullElse(allowedCidrs, List.of());
  }

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }
}
