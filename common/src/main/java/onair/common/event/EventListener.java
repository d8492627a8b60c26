package onair.common.event;

import java.util.Set;

/** Takes events from the service's queue. All beans of this type are asked. */
public interface EventListener {

  /** Whether {@link #on} wants events of this source and detail type. */
  boolean accepts(String source, String detailType);

  /**
   * AWS sources this listener wants from the account's default bus, for example {@code
   * aws.medialive}. Our own services' events come to every queue anyway.
   */
  default Set<String> awsSources() {
    return Set.of();
  }

  /**
   * Takes one event, inside a transaction that also remembers its id: the effect happens once.
   * Throwing rolls both back and the event comes again later, at last into the dead-letter queue.
   * Events may come late and in any order; compare versions.
   */
  void on(IncomingEvent event);
}
