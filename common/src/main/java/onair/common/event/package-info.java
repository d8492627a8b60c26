/**
 * Domain events: written in the transaction of the change, relayed to EventBridge, read from the
 * service's SQS queue. Import {@link onair.common.event.EventConfiguration}.
 */
@NullMarked
package onair.common.event;

import org.jspecify.annotations.NullMarked;
