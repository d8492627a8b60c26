package onair.account.event;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A type of event as it is told. */
@Schema(name = "EventType")
record EventTypeResponse(
    @Schema(example = "event_type") String object,
    @Schema(example = "channel.live") String type,
    @Schema(description = "What has happened, in a sentence", example = "Viewers can watch.")
        String description,
    @ArraySchema(
            schema = @Schema(example = "name"),
            arraySchema = @Schema(description = "What its data has; more may be added"))
        List<String> fields) {

  static EventTypeResponse of(PublicEvent event) {
    return new EventTypeResponse("event_type", event.type(), event.says(), event.fields());
  }
}
