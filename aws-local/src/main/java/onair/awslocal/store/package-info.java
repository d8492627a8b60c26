/**
 * Objects in buckets on this machine's disk, with listing, ranges and multipart uploads; S3 and
 * MediaStore are two ways to reach them. Begin at {@link onair.awslocal.store.ObjectStore}.
 */
@NullMarked
package onair.awslocal.store;

import org.jspecify.annotations.NullMarked;
