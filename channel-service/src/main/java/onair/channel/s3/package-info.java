/**
 * S3 as an edge: the bucket channels with origin {@code s3} are served from, and the folder each of
 * them has in it. The only package that knows the S3 SDK.
 */
@NullMarked
package onair.channel.s3;

import org.jspecify.annotations.NullMarked;
