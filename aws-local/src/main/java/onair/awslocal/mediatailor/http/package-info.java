/** Asks servers that may be dead, slow or hostile, within limits. */
@NullMarked
package onair.awslocal.mediatailor.http;

import org.jspecify.annotations.NullMarked;
