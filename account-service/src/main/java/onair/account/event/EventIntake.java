package onair.account.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import onair.account.event.OrderStore.Held;
import onair.account.event.OrderStore.Place;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Takes every service's events of organizations, puts those of one resource in the order they were
 * told in, whatever order they come in, and writes the public ones to the log.
 */
final class EventIntake implements EventListener {

  private static final Logger LOG = LoggerFactory.getLogger(EventIntake.class);

  /** Longer than its service tells an event again. */
  private static final Duration LONGEST_HELD = Duration.ofDays(15);

  private final OrderStore order;
  private final EventStore events;
  private final ReceiptStore receipts;
  private final EventBell bell;
  private final JsonMapper json;
  private final InstantSource clock;

  EventIntake(
      OrderStore order,
      EventStore events,
      ReceiptStore receipts,
      EventBell bell,
      JsonMapper json,
      InstantSource clock) {
    this.order = order;
    this.events = events;
    this.receipts = receipts;
    this.bell = bell;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.startsWith("onair.");
  }

  @Override
  public boolean keepsEvents() {
    return true;
  }

  @Override
  public void on(IncomingEvent event) {
    if (event.number() == 0) {
      return;
    }
    JsonNode detail = event.detail();
    JsonNode about = detail.path("resource");
    var place =
        new Place(
            detail.path("organization_id").asString(""),
            event.source(),
            about.path("object").asString("") + "/" + about.path("id").asString(""),
            event.number());
    order.alone(place.organizationId(), place.resource());
    if (place.number() > order.last(place)) {
      order.hold(place, event.id(), json.writeValueAsString(detail), clock.instant());
      writeWhatIsNext(place.organizationId(), place.resource());
    }
    receipts.add(event.id(), place.organizationId(), event.source());
  }

  @Override
  public void again(IncomingEvent event) {
    if (event.number() > 0) {
      receipts.add(event.id(), event.detail().path("organization_id").asString(""), event.source());
    }
  }

  private void writeWhatIsNext(String organizationId, String resource) {
    boolean more = true;
    while (more) {
      more = false;
      for (Held held : order.first(organizationId, resource)) {
        more |= isNext(held) && write(held);
      }
    }
  }

  private boolean isNext(Held held) {
    return held.place().number() == order.last(held.place()) + 1;
  }

  /** False when an event of another service has to come first. */
  private boolean write(Held held) {
    JsonNode detail = json.readTree(held.detail());
    PublicEvent shape = PublicEvents.find(detail.path("type").asString("")).orElse(null);
    if (shape != null) {
      JsonNode before = before(held, detail, shape);
      if (before.isMissingNode() && shape.follows() != null) {
        return false;
      }
      LoggedEvent event = logged(held.place().organizationId(), detail, before, shape);
      bell.ringAfterCommit(event.organizationId(), events.append(event));
    }
    order.taken(held.place());
    order.release(held.place());
    return true;
  }

  /** What is known from the event it follows, which another service told. */
  private JsonNode before(Held held, JsonNode detail, PublicEvent shape) {
    String follows = shape.follows();
    return follows == null
        ? MissingNode.getInstance()
        : events
            .newest(
                held.place().organizationId(),
                detail.path("resource").path("id").asString(""),
                follows)
            .map(event -> json.readTree(event.data()))
            .orElseGet(MissingNode::getInstance);
  }

  /**
   * Goes on without an event that never came, so that what waits for it is not lost, too; in a
   * transaction.
   */
  boolean goOnWithoutWhatNeverCame() {
    Held held = order.waitingSince(clock.instant(), LONGEST_HELD).orElse(null);
    if (held == null) {
      return false;
    }
    Place place = held.place();
    order.alone(place.organizationId(), place.resource());
    order.first(place.organizationId(), place.resource()).stream()
        .filter(first -> first.place().source().equals(place.source()))
        .forEach(this::goOnWith);
    writeWhatIsNext(place.organizationId(), place.resource());
    return true;
  }

  private void goOnWith(Held held) {
    Place place = held.place();
    LOG.warn("What comes before number {} of {} never came", place.number(), place.resource());
    if (isNext(held)) {
      writeThough(held);
    } else {
      order.taken(place.before());
    }
  }

  private void writeThough(Held held) {
    JsonNode detail = json.readTree(held.detail());
    PublicEvents.find(detail.path("type").asString(""))
        .map(
            shape ->
                logged(held.place().organizationId(), detail, before(held, detail, shape), shape))
        .ifPresent(event -> bell.ringAfterCommit(event.organizationId(), events.append(event)));
    order.taken(held.place());
    order.release(held.place());
  }

  private LoggedEvent logged(
      String organizationId, JsonNode detail, JsonNode before, PublicEvent shape) {
    var data = json.createObjectNode();
    for (String field : shape.fields()) {
      JsonNode own = detail.path("data").get(field);
      JsonNode value = own == null ? before.get(field) : own;
      if (value != null) {
        data.set(field, value);
      }
    }
    JsonNode about = detail.path("resource");
    return new LoggedEvent(
        organizationId,
        0,
        detail.path("id").asString(""),
        shape.type(),
        Instant.parse(detail.path("created_at").asString("")),
        new LoggedEvent.Resource(
            about.path("object").asString(""),
            about.path("id").asString(""),
            about.path("version").asLong(0)),
        json.writeValueAsString(data));
  }
}
