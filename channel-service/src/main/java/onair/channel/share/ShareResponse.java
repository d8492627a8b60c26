package onair.channel.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A share as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Share")
record ShareResponse(
    @Schema(example = "shr_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "share") String object,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    @Schema(example = "Partner studio") String name,
    @Schema(type = "string", example = "ready") Share.Status status,
    @Schema(description = "In plain words, what is wrong; null when nothing is.")
        @Nullable String statusReason,
    @Schema(example = "srt-listener") String protocol,
    @Schema(
            example = "srt://203.0.113.9:20001",
            description = "What the partner connects to; null until AWS has given an address.")
        @Nullable String url,
    @Schema(
            example = "9f3k2m1v7r9t3w5y8z0a2bc4d6e8g0h2",
            description = "Masked for callers that may only read.")
        String passphrase,
    @Schema(example = "[\"198.51.100.0/24\"]") List<String> allowedCidrs,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * @param host what partners are told instead of the host AWS gives, if anything
   * @param keyShown whether the caller may see the passphrase
   */
  static ShareResponse of(Share share, @Nullable String host, boolean keyShown) {
    String address = host == null ? share.address() : host + ":" + share.port();
    return new ShareResponse(
        share.id(),
        "share",
        share.channelId(),
        share.name(),
        share.status(),
        share.reason(),
        ShareRequest.PROTOCOL,
        address == null ? null : "srt://" + address,
        keyShown ? share.passphrase().value() : share.passphrase().masked(),
        share.allowedCidrs(),
        share.metadata(),
        share.createdAt(),
        share.updatedAt());
  }
}
