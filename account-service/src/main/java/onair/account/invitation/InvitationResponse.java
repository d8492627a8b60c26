package onair.account.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import onair.account.permission.Role;
import onair.account.secret.RandomSecret;
import org.jspecify.annotations.Nullable;

/** An invitation as the organization sees it. */
@Schema(name = "Invitation")
public record InvitationResponse(
    @Schema(example = "inv_06d4x8k2v7b1c3d5e7f9g1h3j5") String id,
    @Schema(example = "invitation") String object,
    Invitation.Status status,
    @Schema(example = "ada@example.com") String email,
    @Schema(example = "streamer") Role role,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        @Schema(
            description =
                "What the invitation is accepted with. Told only in the reply that makes it; pass it on to the person invited and to nobody else.",
            example = "8J2m…")
        String token,
    Map<String, String> metadata,
    @Schema(
            description = "The member or key that invited",
            example = "mem_06d4x8k2v7b1c3d5e7f9g1h3j5")
        String invitedBy,
    @Nullable @Schema(description = "Who came of it", example = "mem_06d4x8k2v7b1c3d5e7f9g1h3j5")
        String memberId,
    Instant createdAt,
    Instant updatedAt,
    Instant expiresAt,
    @Nullable Instant acceptedAt) {

  static InvitationResponse of(Invitation invitation, @Nullable RandomSecret token, Instant now) {
    return new InvitationResponse(
        invitation.id(),
        "invitation",
        invitation.status(now),
        invitation.email(),
        invitation.role(),
        token == null ? null : token.text(),
        invitation.metadata(),
        invitation.invitedBy(),
        invitation.memberId(),
        invitation.createdAt(),
        invitation.updatedAt(),
        invitation.expiresAt(),
        invitation.acceptedAt());
  }

  @Override
  public String toString() {
    return "InvitationResponse[" + id + ", …]";
  }
}
