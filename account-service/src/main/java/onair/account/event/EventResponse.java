package onair.account.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An event as it is told: in the list, in the stream and to webhooks. */
@Schema(name = "Event")
record EventResponse(
    @Schema(example = "evt_06d4x8k2v7b1c3d5e7f9g1h3j5") String id,
    @Schema(example = "event") String object,
    @Schema(example = "channel.live") String type,
    @Schema(description = "Which shape data has", example = "v1") String apiVersion,
    @Schema(description = "When it happened") Instant createdAt,
    @Schema(
            description =
                "Its place among all events of the organization: 1, 2, 3, … without a gap",
            example = "42")
        long sequence,
    Resource resource,
    @Schema(
            description = "What is known of the resource at that moment; its fields are by type",
            example = "{\"name\": \"Evening show\", \"status\": \"live\"}")
        Map<String, @Nullable Object> data) {

  private static final TypeReference<Map<String, @Nullable Object>> FIELDS =
      new TypeReference<>() {};

  /** What it happened to. */
  @Schema(name = "EventResource")
  record Resource(
      @Schema(example = "channel") String object,
      @Schema(example = "ch_06d4x8k2v7b1c3d5e7f9g1h3j5") String id,
      @Schema(description = "Grows with each change of the resource", example = "7")
          long version) {}

  static EventResponse of(LoggedEvent event, JsonMapper json) {
    LoggedEvent.Resource resource = event.resource();
    return new EventResponse(
        event.id(),
        "event",
        event.type(),
        "v1",
        event.createdAt(),
        event.sequence(),
        new Resource(resource.object(), resource.id(), resource.version()),
        json.readValue(event.data(), FIELDS));
  }
}
