package onair.channel.session;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Tagged;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sessions over HTTP. Those of another organization are not found. */
@RestController
@RequestMapping("/v1/channels/{channel_id}/sessions")
@Tag(name = "sessions", description = "Each time a channel was on air")
class SessionController {

  private final SessionStore sessions;

  SessionController(SessionStore sessions) {
    this.sessions = sessions;
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(
      operationId = "listSessions",
      summary = "List sessions",
      description = "Newest first; also of a channel that is gone.")
  Page<SessionResponse> list(
      Caller caller, PageRequest page, @PathVariable("channel_id") String channelId) {
    if (!sessions.isChannelKnown(caller.organizationId(), channelId)) {
      throw Problems.notFound("channel", channelId);
    }
    return Page.of(
        sessions.list(caller.organizationId(), channelId, page),
        page,
        Session::id,
        SessionResponse::of);
  }

  @GetMapping("/{id}")
  @RequiresScope("channels:read")
  @Operation(operationId = "getSession", summary = "Get a session")
  Tagged<SessionResponse> get(
      Caller caller, @PathVariable("channel_id") String channelId, @PathVariable String id) {
    return sessions
        .find(caller.organizationId(), channelId, id)
        .map(session -> Tagged.found(session.version(), SessionResponse.of(session)))
        .orElseThrow(() -> Problems.notFound("session", id));
  }
}
