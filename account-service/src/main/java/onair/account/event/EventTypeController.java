package onair.account.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.security.AnyCaller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is to be told of, over HTTP; the same for everybody. */
@RestController
@RequestMapping("/v1/event-types")
@Tag(name = "events", description = "What happened, in one order without gaps")
final class EventTypeController {

  private static final List<PublicEvent> ALL = List.copyOf(PublicEvents.known().values());

  @AnyCaller
  @GetMapping
  @Operation(
      operationId = "listEventTypes",
      summary = "List the types of events",
      description =
          "What a webhook, or the list of events, can be narrowed to; those of one resource stand"
              + " together. Needs no scope.")
  Page<EventTypeResponse> list(PageRequest page) {
    return Page.ofAll(ALL, page, PublicEvent::type, EventTypeResponse::of);
  }
}
