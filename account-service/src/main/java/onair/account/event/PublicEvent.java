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
 */
record PublicEvent(String type, String says, List<String> fields, @Nullable String follows) {

  PublicEvent {
    fields = List.copyOf(fields);
  }
}
