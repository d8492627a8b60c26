package onair.account.member;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import onair.account.permission.Role;

/** A member as the organization sees them. */
@Schema(name = "Member")
record MemberResponse(
    @Schema(example = "mem_06d4x8k2v7b1c3d5e7f9g1h3j5") String id,
    @Schema(example = "member") String object,
    @Schema(example = "active") String status,
    @Schema(example = "ada@example.com") String email,
    @Schema(example = "streamer") Role role,
    Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  static MemberResponse of(Member member) {
    return new MemberResponse(
        member.id(),
        "member",
        "active",
        member.email(),
        member.role(),
        member.metadata(),
        member.createdAt(),
        member.updatedAt());
  }
}
