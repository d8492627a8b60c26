/** What the CDN edge and an origin say to each other; neither side's service is known here. */
@NullMarked
package onair.awslocal.origin;

import org.jspecify.annotations.NullMarked;
