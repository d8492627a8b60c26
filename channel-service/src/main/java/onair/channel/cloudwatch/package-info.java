/** CloudWatch's edge: reads what MediaLive measures of running channels. */
@NullMarked
package onair.channel.cloudwatch;

import org.jspecify.annotations.NullMarked;
