package onair.account.member;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Optional;
import onair.account.permission.Role;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/members")
@Tag(name = "members", description = "People of the organization and their roles")
final class MemberController {

  private final MemberStore members;
  private final Members commands;

  MemberController(MemberStore members, Members commands) {
    this.members = members;
    this.commands = commands;
  }

  @GetMapping
  @RequiresScope("members:read")
  @Operation(
      operationId = "listMembers",
      summary = "List members",
      description = "Those who came last first; with one role only by role.")
  Page<MemberResponse> list(
      Caller caller,
      PageRequest page,
      MetadataFilter metadata,
      @RequestParam(required = false) @Nullable String role) {
    Optional<Role> wanted = Optional.ofNullable(role).map(MemberController::role);
    return Page.of(
        members.list(caller.organizationId(), wanted.orElse(null), metadata, page),
        page,
        Member::id,
        MemberResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("members:read")
  @Operation(operationId = "getMember", summary = "Get a member")
  Tagged<MemberResponse> get(Caller caller, @PathVariable String id) {
    return members
        .find(caller.organizationId(), id)
        .map(MemberController::reply)
        .orElseThrow(() -> Problems.notFound("member", id));
  }

  @PatchMapping("/{id}")
  @RequiresScope("members:write")
  @Operation(
      operationId = "updateMember",
      summary = "Change a member's role",
      description =
          "Works within five seconds, in sessions that are open too. The last owner stays one.")
  @ApiResponse(responseCode = "200", description = "The member")
  @ApiResponse(responseCode = "409", description = "Nobody else is an owner")
  Tagged<MemberResponse> update(
      Caller caller, @PathVariable String id, IfMatch ifMatch, @RequestBody MemberPatch patch) {
    return reply(commands.update(caller, id, ifMatch, patch));
  }

  @DeleteMapping("/{id}")
  @RequiresScope("members:write")
  @Operation(
      operationId = "removeMember",
      summary = "Remove a member",
      description =
          "All their sessions end within five seconds. Keys they made stay; they are the"
              + " organization's. The last owner stays.")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @ApiResponse(responseCode = "204", description = "They are gone")
  @ApiResponse(responseCode = "409", description = "Nobody else is an owner")
  void remove(Caller caller, @PathVariable String id, IfMatch ifMatch) {
    commands.remove(caller, id, ifMatch);
  }

  private static Tagged<MemberResponse> reply(Member member) {
    return Tagged.found(member.version(), MemberResponse.of(member));
  }

  private static Role role(String word) {
    return Arrays.stream(Role.values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.validationFailed()
                    .violation(
                        "role",
                        "unknown_value",
                        "must be owner, operator, streamer, partner or viewer"));
  }
}
