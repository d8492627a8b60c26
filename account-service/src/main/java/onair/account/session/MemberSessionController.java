package onair.account.session;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.account.member.MemberStore;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.AnyCaller;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Unversioned;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody sees and ends their own sessions; who may change members, those of others too. */
@RestController
@RequestMapping("/v1/members")
@Tag(name = "members", description = "People of the organization and their roles")
final class MemberSessionController {

  private final Sessions sessions;
  private final MemberStore members;

  MemberSessionController(Sessions sessions, MemberStore members) {
    this.sessions = sessions;
    this.members = members;
  }

  @AnyCaller
  @GetMapping("/me/sessions")
  @Operation(
      operationId = "listOwnSessions",
      summary = "List your sessions",
      description =
          "The browsers you are signed in with, the one that asks by current; an API key has none."
              + " Needs no scope.")
  Page<SessionResponse> listOwn(Caller caller, PageRequest page) {
    return page(caller, caller.subject(), page);
  }

  @AnyCaller
  @DeleteMapping("/me/sessions/{session_id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "endOwnSession",
      summary = "End one of your sessions",
      description = "The browser is signed out within five seconds. Needs no scope.")
  @ApiResponse(responseCode = "204", description = "It has ended")
  @ApiResponse(responseCode = "403", description = "A session asks without the dashboard's header")
  @Unversioned("a session only ends")
  void endOwn(Caller caller, @PathVariable("session_id") String sessionId) {
    end(caller, caller.subject(), sessionId);
  }

  @RequiresScope("members:write")
  @GetMapping("/{id}/sessions")
  @Operation(operationId = "listMemberSessions", summary = "List the sessions of a member")
  Page<SessionResponse> list(Caller caller, @PathVariable String id, PageRequest page) {
    if (members
        .find(id)
        .filter(member -> member.organizationId().equals(caller.organizationId()))
        .isEmpty()) {
      throw Problems.notFound("member", id);
    }
    return page(caller, id, page);
  }

  private Page<SessionResponse> page(Caller caller, String memberId, PageRequest page) {
    return Page.of(
        sessions.list(caller.organizationId(), memberId, page),
        page,
        Session::id,
        session -> SessionResponse.of(session, caller));
  }

  @RequiresScope("members:write")
  @DeleteMapping("/{id}/sessions/{session_id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "endMemberSession",
      summary = "End a session of a member",
      description = "The browser is signed out within five seconds.")
  @ApiResponse(responseCode = "204", description = "It has ended")
  @ApiResponse(responseCode = "403", description = "A session asks without the dashboard's header")
  @Unversioned("a session only ends")
  void end(Caller caller, @PathVariable String id, @PathVariable("session_id") String sessionId) {
    if (!sessions.end(caller.organizationId(), id, sessionId)) {
      throw Problems.notFound("session", sessionId);
    }
  }
}
