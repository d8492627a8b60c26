package onair.account.session;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import onair.common.security.Caller;

/** A signed-in browser as its member sees it. */
@Schema(name = "SignedInSession")
record SessionResponse(
    @Schema(example = "ses_06d4x8k2v7b1c3d5e7f9g1h3j5") String id,
    @Schema(example = "session") String object,
    @Schema(example = "active") String status,
    @Schema(description = "Whether it is the one this is asked by", example = "true")
        boolean current,
    @Schema(description = "Where the browser signed in from", example = "203.0.113.7")
        String address,
    @Schema(description = "What the browser says it is", example = "Mozilla/5.0") String userAgent,
    Instant createdAt,
    @Schema(description = "To five minutes") Instant lastUsedAt,
    @Schema(description = "When it ends unless it is used") Instant expiresAt) {

  /**
   * @param caller who asks
   */
  static SessionResponse of(Session session, Caller caller) {
    return new SessionResponse(
        session.id(),
        "session",
        "active",
        session.id().equals(caller.session()),
        session.browser().address(),
        session.browser().userAgent(),
        session.createdAt(),
        session.lastUsedAt(),
        session.expiresAt());
  }
}
