/** AWS STS: says who the caller is. */
@NullMarked
package onair.awslocal.sts;

import org.jspecify.annotations.NullMarked;
