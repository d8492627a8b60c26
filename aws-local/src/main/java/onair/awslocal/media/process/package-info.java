/** What everything shares that runs programs beside this one. A leaf. */
@NullMarked
package onair.awslocal.media.process;

import org.jspecify.annotations.NullMarked;
