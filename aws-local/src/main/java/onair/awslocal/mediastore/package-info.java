/**
 * AWS Elemental MediaStore on this machine: containers with their policies in {@link
 * onair.awslocal.mediastore.LocalMediaStore}, and the objects in them over HTTP in {@link
 * onair.awslocal.mediastore.MediaStoreDataHandler}. Objects live in {@code onair.awslocal.store}.
 * MediaStore has ended in AWS; here it works as its documentation says.
 */
@NullMarked
package onair.awslocal.mediastore;

import org.jspecify.annotations.NullMarked;
