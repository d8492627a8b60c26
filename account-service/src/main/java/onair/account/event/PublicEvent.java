package onair.account.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of event that organizations are told of.
 *
 * @param type for example {@code channel.live}
 * @param says what has happened, for the documentation
 * @param fields of the event's data that are told, in this order; all others stay inside
 * @param follows the event of the same resource that always comes first although another service
 *     tells it; null when one service tells all of the resource
 * @param frequent whether there are many of it for each resource, so that only those who name the
 *     type are sent it; the log and its stream have it like any other
 */
record PublicEvent(
    String type, String says, List<String> fields, @Nullable String follows, boolean frequent) {

  PublicEvent {
    fields = List.copyOf(fields);
  }
}
