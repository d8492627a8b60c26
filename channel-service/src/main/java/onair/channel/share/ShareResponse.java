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
            description =
                "What the partner connects to; null until AWS has given an address, and of an"
                    + " entitlement.")
        @Nullable String url,
    @Schema(
            example = "9f3k2m1v7r9t3w5y8z0a2bc4d6e8g0h2",
            description =
                "Of srt-listener; null of the others. Masked for callers that may only read.")
        @Nullable String passphrase,
    @Schema(example = "[\"198.51.100.0/24\"]", description = "Of srt-listener; else empty.")
        List<String> allowedCidrs,
    @Schema(description = "Of entitlement; null of the others.") @Nullable Entitlement entitlement,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * What is granted to other AWS accounts.
   *
   * @param arn null until AWS has granted it
   * @param key null without encryption
   */
  @Schema(name = "ShareEntitlement")
  record Entitlement(
      @Schema(
              example =
                  "arn:aws:mediaconnect:eu-west-1:111122223333:entitlement:1-AbCd-1234:onair-shr",
              description =
                  "What a subscriber names as the source of a flow; null until AWS has granted it.")
          @Nullable String arn,
      @Schema(example = "[\"111122223333\"]") List<String> subscribers,
      @Schema(example = "0") int subscriberFeePercent,
      @Schema(
              example = "aes256",
              allowableValues = {"none", "aes256"})
          String encryption,
      @Schema(
              example = "6f1d0c…",
              description =
                  "64 hexadecimal digits that a subscriber keeps in a secret of their own; null"
                      + " without encryption. Masked for callers that may only read.")
          @Nullable String key) {}

  /**
   * @param host what partners are told instead of the host AWS gives, if anything
   * @param keyShown whether the caller may see the passphrase
   */
  static ShareResponse of(Share share, @Nullable String host, boolean keyShown) {
    String key = keyShown ? share.passphrase().value() : share.passphrase().masked();
    Grant grant = share.grant();
    return new ShareResponse(
        share.id(),
        "share",
        share.channelId(),
        share.name(),
        share.status(),
        share.reason(),
        grant == null ? ShareRequest.SRT : ShareRequest.ENTITLEMENT,
        grant == null ? url(share, host) : null,
        grant == null ? key : null,
        share.allowedCidrs(),
        grant == null ? null : entitlement(grant, share.address(), key),
        share.metadata(),
        share.createdAt(),
        share.updatedAt());
  }

  private static @Nullable String url(Share share, @Nullable String host) {
    String address = host == null ? share.address() : host + ":" + share.port();
    return address == null ? null : "srt://" + address;
  }

  private static Entitlement entitlement(Grant grant, @Nullable String arn, String key) {
    return new Entitlement(
        arn,
        grant.subscribers(),
        grant.feePercent(),
        grant.encrypted() ? ShareRequest.AES256 : "none",
        grant.encrypted() ? key : null);
  }
}
