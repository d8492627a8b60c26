/**
 * What happened to an organization's resources: one log without gaps, written from the events of
 * all services, read by page, as a stream and by webhooks. {@link onair.account.event.EventLog}
 * reads it; {@code EventIntake} writes it; {@code PublicEvents} says what is in it.
 */
@NullMarked
package onair.account.event;

import org.jspecify.annotations.NullMarked;
