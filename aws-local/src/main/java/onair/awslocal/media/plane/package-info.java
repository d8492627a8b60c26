/** Puts the media plane together; see {@link onair.awslocal.media.plane.MediaPlane}. */
@NullMarked
package onair.awslocal.media.plane;

import org.jspecify.annotations.NullMarked;
