/**
 * Lets resources change over time as AWS does: timers with a clock that tests can move, and how
 * long each change takes.
 */
@NullMarked
package onair.awslocal.life;

import org.jspecify.annotations.NullMarked;
