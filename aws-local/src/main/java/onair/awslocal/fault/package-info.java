/**
 * Lets the local AWS fail as the real one does, at the call that was asked for: {@link
 * onair.awslocal.fault.FaultPlan} holds the faults, {@link onair.awslocal.fault.CallFaults} and
 * {@link onair.awslocal.fault.EventFaults} carry them out, {@link
 * onair.awslocal.fault.FaultEndpoints} are their way in. Faults are in memory only and gone with a
 * reset.
 */
@NullMarked
package onair.awslocal.fault;

import org.jspecify.annotations.NullMarked;
