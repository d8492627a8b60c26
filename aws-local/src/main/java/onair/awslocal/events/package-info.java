/** What the local services say when something happened. The EventBridge backend listens. */
@NullMarked
package onair.awslocal.events;

import org.jspecify.annotations.NullMarked;
