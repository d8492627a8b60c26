/**
 * S3's REST API over {@link onair.awslocal.store.ObjectStore}: buckets, objects with ranges,
 * multipart uploads, presigned URLs, bucket policies and CORS. {@link onair.awslocal.s3.S3Handler}
 * is the door; what it does not know it refuses as NotImplemented.
 */
@NullMarked
package onair.awslocal.s3;

import org.jspecify.annotations.NullMarked;
