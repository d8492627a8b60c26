package onair.account.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Tagged;
import onair.common.version.Unversioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

@RestController
@RequestMapping("/v1/events")
@RequiresScope("events:read")
@Tag(name = "events", description = "What happened, in one order without gaps")
final class EventController {

  private final EventLog log;
  private final EventStreams streams;

  EventController(EventLog log, EventStreams streams) {
    this.log = log;
    this.streams = streams;
  }

  @GetMapping
  @Operation(
      operationId = "listEvents",
      summary = "List events",
      description =
          "Oldest first. To follow the log, ask again with after set to the last sequence seen.")
  Page<EventResponse> list(
      Caller caller,
      PageRequest page,
      @Parameter(description = "Only events behind this sequence") @RequestParam(required = false)
          @Nullable Long after,
      @Parameter(description = "Only this type, for example channel.live")
          @RequestParam(required = false)
          @Nullable String type,
      @Parameter(description = "Only of the resource with this id") @RequestParam(required = false)
          @Nullable String resource) {
    return log.list(caller.organizationId(), after, type, resource, page);
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getEvent", summary = "Get an event")
  Tagged<EventResponse> get(Caller caller, @PathVariable String id) {
    LoggedEvent event = log.get(caller.organizationId(), id);
    return Tagged.found(event.sequence(), log.describe(event));
  }

  @Unversioned("a stream is never whole")
  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      operationId = "streamEvents",
      summary = "Follow events as they happen",
      description =
          """
          Server-sent events: id is the sequence, event the type, data the event as in the list. \
          Begins behind Last-Event-ID, or after, or else with what happens next. Comments keep a \
          quiet stream open. It ends every few minutes; ask again with Last-Event-ID, as browsers do.\
          """)
  @ApiResponse(
      responseCode = "200",
      description = "The stream",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string")))
  void stream(
      Caller caller,
      @Parameter(description = "The last id seen")
          @RequestHeader(name = "Last-Event-ID", required = false)
          @Nullable String lastEventId,
      @Parameter(description = "Begin behind this sequence") @RequestParam(required = false)
          @Nullable Long after,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    long from = begin(caller, lastEventId, after);
    ShallowEtagHeaderFilter.disableContentCaching(request);
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    OutputStream out = response.getOutputStream();
    streams.write(caller.organizationId(), from, out);
  }

  private long begin(Caller caller, @Nullable String lastEventId, @Nullable Long after) {
    if (lastEventId != null && !lastEventId.isEmpty()) {
      if (!lastEventId.matches("\\d{1,18}")) {
        throw Problems.validationFailed()
            .violation("Last-Event-ID", "invalid", "must be the id of an event of this stream");
      }
      long last = Long.parseLong(lastEventId);
      log.requireKept(caller.organizationId(), "Last-Event-ID", last);
      return last;
    }
    if (after == null) {
      return log.head(caller.organizationId());
    }
    log.requireKept(caller.organizationId(), "after", after);
    return after;
  }
}
