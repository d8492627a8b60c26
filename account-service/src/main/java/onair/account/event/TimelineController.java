package onair.account.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.account.event.TimelineStore.Span;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happened in a session, read from the log. Those of another organization are not found, nor
 * is one whose start the log has forgotten.
 */
@RestController
@RequestMapping("/v1/channels/{channel_id}/sessions/{id}/timeline")
@Tag(name = "sessions", description = "Each time a channel was on air")
final class TimelineController {

  private final TimelineStore timelines;
  private final EventLog log;

  TimelineController(TimelineStore timelines, EventLog log) {
    this.timelines = timelines;
    this.log = log;
  }

  @GetMapping
  @RequiresScope("channels:read")
  @Operation(
      operationId = "getSessionTimeline",
      summary = "Get a session's timeline",
      description =
          "Events of the log, oldest first: from the start that led to the session until its channel"
              + " was off the air, the channel's status, ad breaks, timers, keys and planned"
              + " broadcasts, and what became of the recording. For as long as events are kept; the"
              + " log may be some seconds behind.")
  Page<EventResponse> timeline(
      Caller caller,
      PageRequest page,
      @PathVariable("channel_id") String channelId,
      @PathVariable String id) {
    String organization = caller.organizationId();
    Span span =
        timelines
            .span(organization, channelId, id)
            .orElseThrow(() -> Problems.notFound("session", id));
    return Page.of(
        timelines.list(organization, channelId, id, span, page),
        page,
        event -> Long.toString(event.sequence()),
        log::describe);
  }
}
