package onair.awslocal.eventbridge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes events of callers and of the local services. Unlike AWS, which drops such events, an entry
 * for a bus that does not exist fails.
 *
 * <p>Source: Amazon EventBridge User Guide, "Handling failures when adding events using PutEvents",
 * "Calculating PutEvents event entry size".
 */
final class EventIntake {

  private static final int MAX_BYTES = 256 * 1024;
  private static final int TIME_BYTES = 14;
  private static final JsonMapper JSON = new JsonMapper();

  private final Buses buses;
  private final EventRouter router;
  private final Lifecycle lifecycle;

  EventIntake(Buses buses, EventRouter router, Lifecycle lifecycle) {
    this.buses = buses;
    this.router = router;
    this.lifecycle = lifecycle;
  }

  /** Each entry succeeds or fails by itself. */
  List<PutEventsResultEntry> accept(Scope scope, List<PutEventsRequestEntry> entries) {
    if (entries.stream().mapToInt(EventIntake::size).sum() > MAX_BYTES) {
      throw EventErrors.invalid("Total size of the entries in the request is over the limit.");
    }
    return entries.stream().map(entry -> accept(scope, entry)).toList();
  }

  /** An event of a local service, on the default bus. */
  void publish(
      Scope scope,
      String source,
      String detailType,
      List<String> resources,
      Map<String, ?> detail) {
    JsonNode json = JSON.valueToTree(detail);
    Event event = event(scope, source, detailType, lifecycle.now(), resources, json);
    router.route(buses.get(scope, null), event);
  }

  private PutEventsResultEntry accept(Scope scope, PutEventsRequestEntry entry) {
    Optional<PutEventsResultEntry> fault = fault(entry);
    if (fault.isPresent()) {
      return fault.get();
    }
    Optional<BusRow> bus = buses.find(scope, Buses.nameOf(entry.eventBusName()));
    JsonNode detail = detail(entry.detail());
    if (bus.isEmpty() || detail == null) {
      return bus.isEmpty()
          ? failed(
              "ResourceNotFoundException",
              "Event bus %s does not exist.".formatted(entry.eventBusName()))
          : failed("MalformedDetail", "Detail is malformed.");
    }
    Instant time = entry.time() == null ? lifecycle.now() : entry.time();
    Event event = event(scope, entry.source(), entry.detailType(), time, entry.resources(), detail);
    router.route(bus.get(), event);
    return PutEventsResultEntry.builder().eventId(event.id()).build();
  }

  private static Event event(
      Scope scope,
      String source,
      String detailType,
      Instant time,
      List<String> resources,
      JsonNode detail) {
    return new Event(
        UUID.randomUUID().toString(), scope, source, detailType, time, resources, detail);
  }

  private static Optional<PutEventsResultEntry> fault(PutEventsRequestEntry entry) {
    String missing =
        isBlank(entry.source())
            ? "Source"
            : isBlank(entry.detailType())
                ? "DetailType"
                : isBlank(entry.detail()) ? "Detail" : null;
    if (missing != null) {
      return Optional.of(
          failed(
              "InvalidArgument",
              "Parameter %s is not valid. Reason: %s is a required argument."
                  .formatted(missing, missing)));
    }
    return entry.source().startsWith("aws.")
        ? Optional.of(failed("NotAuthorizedForSourceException", "Not authorized for the source."))
        : Optional.empty();
  }

  private static PutEventsResultEntry failed(String code, String message) {
    return PutEventsResultEntry.builder().errorCode(code).errorMessage(message).build();
  }

  private static @Nullable JsonNode detail(String text) {
    try {
      JsonNode detail = JSON.readTree(text);
      return detail.isObject() ? detail : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static int size(PutEventsRequestEntry entry) {
    return (entry.time() == null ? 0 : TIME_BYTES)
        + length(entry.source())
        + length(entry.detailType())
        + length(entry.detail())
        + entry.resources().stream().mapToInt(EventIntake::length).sum();
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
