/**
 * Amazon EventBridge: buses, rules and their targets, and the events of the other local services.
 */
@NullMarked
package onair.awslocal.eventbridge;

import org.jspecify.annotations.NullMarked;
