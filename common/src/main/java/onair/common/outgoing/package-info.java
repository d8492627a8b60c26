/**
 * Requests to addresses that users gave us. Every one of them goes through {@link
 * onair.common.outgoing.GuardedClient}, which reaches nothing but the public internet; {@link
 * onair.common.outgoing.TargetCheck} tells a user as early as when the address is stored. Import
 * {@link onair.common.outgoing.OutgoingConfiguration}.
 */
@NullMarked
package onair.common.outgoing;

import org.jspecify.annotations.NullMarked;
