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
   * Whether it keeps every organization's events and confirms them with {@link EventConfirmed}. One
   * service has such a listener; the others tell it again what it does not confirm.
   */
  default boolean keepsEvents() {
    return false;
  }

  /**
   * Takes one event, inside a transaction that also remembers its id: the effect happens once.
   * Throwing rolls both back and the event comes again later, at last into the dead-letter queue.
   * Events may come late and in any order; compare versions.
   */
  void on(IncomingEvent event);

  /** An event that was taken before has come once more; inside a transaction. */
  default void again(IncomingEvent event) {}
}
