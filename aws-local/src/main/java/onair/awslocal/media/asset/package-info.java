/**
 * Files that channels show or play and that lie in S3 or on the web. {@link
 * onair.awslocal.media.asset.Assets} brings them to this machine's disk.
 */
@NullMarked
package onair.awslocal.media.asset;

import org.jspecify.annotations.NullMarked;
